package io.patronilint.rules.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.Target;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.server.ServerConfig;
import io.patronilint.core.server.Setting;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.rules.postgresql.Parameters.Parameter;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.PostgresGuc;
import io.patronilint.schemas.guc.PostgresGucs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  /** Values that some parameters take and others do not. */
  private static final List<String> VALUES = List.of("'on'", "'1'", "8G", "none", "'999999999999'");

  /** Patroni writes the first three itself; the others came or changed in minor releases. */
  private static final Set<String> OTHERS =
      Set.of(
          "hba_file",
          "ident_file",
          "synchronous_standby_names",
          "file_extend_method",
          "restrict_nonsystem_relation_kind");

  /** With both versions known, the rules say of each parameter what the preview says. */
  @ParameterizedTest
  @CsvSource({"2.1.7,13", "3.0.2,15", "3.2.2,15", "3.3.11,16", "4.0.2,17", "4.0.7,17", "4.1.4,18"})
  void sameAsTheServerConfiguration(String patroni, int postgresql) {
    Set<String> names = new TreeSet<>(PostgresGucs.load().names(140000));
    names.addAll(PostgresGucs.load().names(180000));
    names.addAll(List.of("no_such_name", "sql_inheritance"));
    for (String value : VALUES) {
      Node node = node(names, value, Target.patroni(patroni).postgresql(postgresql));
      Map<String, String> written =
          ServerConfig.of(EffectiveConfig.of(node)).postgresqlConf().stream()
              .collect(Collectors.toMap(Setting::name, Setting::text, (a, b) -> b, TreeMap::new));
      List<String> different = new ArrayList<>();
      for (Parameter parameter : Parameters.of(node).all()) {
        if (!agrees(parameter, written) && !OTHERS.contains(parameter.name())) {
          different.add(parameter.name() + ": " + parameter.outcome());
        }
      }
      assertThat(different).as("%s on %s with %s", patroni, postgresql, value).isEmpty();
    }
  }

  private static boolean agrees(Parameter parameter, Map<String, String> written) {
    String text = written.get(parameter.name());
    if (parameter.outcome() instanceof GucOutcome.Clamped clamped) {
      return clamped.text().equals(text);
    }
    return (parameter.outcome() == null) == parameter.text().equals(text == null ? "" : text);
  }

  /** The value that PostgreSQL has by default is fine, whatever the versions. */
  @ParameterizedTest
  @ValueSource(ints = {0, 13, 14, 15, 16, 17, 18})
  void nothingIsSaidOfDefaults(int postgresql) {
    Target target = postgresql == 0 ? Target.unknown() : Target.unknown().postgresql(postgresql);
    int version = (postgresql == 0 ? 18 : postgresql) * 10000;
    PostgresGucs gucs = PostgresGucs.load();
    List<String> settings =
        gucs.names(version).stream()
            .flatMap(name -> gucs.find(name, version).stream())
            .filter(g -> g.listed() && g.context() != PostgresGuc.Context.INTERNAL)
            .flatMap(g -> g.boot().stream().map(boot -> g.name() + ": '" + boot + "'"))
            .sorted()
            .toList();
    assertThat(settings).hasSizeGreaterThan(200);
    List<String> lost =
        Parameters.of(node(settings, target)).all().stream()
            .filter(p -> p.outcome() != null)
            .filter(p -> !(p.outcome() instanceof GucOutcome.RecoveryParameter))
            .map(p -> p.name() + ": " + p.outcome())
            .toList();
    assertThat(lost).isEmpty();
  }

  private static Node node(Set<String> names, String value, Target target) {
    return node(names.stream().map(name -> name + ": " + value).toList(), target);
  }

  private static Node node(List<String> settings, Target target) {
    String head = "scope: mill\nname: a\netcd3: {host: a}\npostgresql:\n  listen: a:5432\n";
    String text =
        Stream.concat(
                Stream.of(head + "  data_dir: /srv/pg\n  parameters:"),
                settings.stream().map(setting -> "    " + setting))
            .collect(Collectors.joining("\n", "", "\n"));
    return WorkspaceLoader.builder().text("patroni.yml", text).target(target).load().nodes().get(0);
  }
}
