package io.patronilint.rules.host;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags a bin_dir in which programs are missing that Patroni runs.
 *
 * <p>Source: {@code Postgresql.pgcommand} joins {@code bin_dir} and the name, which {@code
 * bin_name} may replace since 3.0.3; without {@code bin_dir} the PATH is searched. The list is that
 * of {@code BinDirectory.BINARIES} in {@code patroni/validator.py}.
 */
public final class MissingProgram implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "host/missing-program",
          Severity.ERROR,
          "A program of PostgreSQL that Patroni runs is not where it looks for it");

  private static final List<String> PROGRAMS =
      List.of("pg_ctl", "initdb", "pg_controldata", "pg_basebackup", "postgres", "pg_isready");

  private static final int ANY_EXECUTE = 0111;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkHost(Node node, Host host, Findings findings) {
    ConfigNode section = node.local().at("postgresql").orElse(null);
    if (section == null) {
      return;
    }
    Optional<Setting> folder = Setting.of(node, "postgresql", "bin_dir");
    boolean unknown =
        folder.isEmpty()
            && node.local().at("postgresql", "bin_dir").filter(b -> !b.isNull()).isPresent();
    if (unknown || folder.filter(f -> !f.isAbsolute()).isPresent()) {
      return;
    }
    Location place = folder.map(Setting::place).orElse(section.keyLocation());
    List<String> folders = folder.map(f -> List.of(f.text())).orElse(host.searchPath());
    if (folder.isPresent() && !host.file(folder.get().text()).isDirectory()) {
      if (host.file(folder.get().text()).kind() != HostFile.Kind.HIDDEN) {
        findings.add(
            Finding.at(place).path("postgresql.bin_dir"),
            "There is no directory "
                + folder.get().text()
                + ": Patroni finds none of PostgreSQL's programs and does not start.");
      }
      return;
    }
    List<String> missing = new ArrayList<>();
    for (String program : PROGRAMS) {
      String name =
          EffectiveConfig.of(node)
              .at("postgresql", "bin_name", program)
              .flatMap(Value::text)
              .orElse(program);
      if (folders.stream().noneMatch(f -> isProgram(host.file(f + "/" + name)))) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      findings.add(
          Finding.at(place).path("postgresql.bin_dir"),
          (folder.isPresent() ? folder.get().text() : "The PATH")
              + " has no program "
              + String.join(", ", missing)
              + (folder.isPresent()
                  ? ": Patroni fails as soon as it runs it."
                  : " and bin_dir is not set: Patroni fails as soon as it runs it."));
    }
  }

  private static boolean isProgram(HostFile file) {
    boolean hidden = file.kind() == HostFile.Kind.HIDDEN;
    return hidden || (file.kind() == HostFile.Kind.FILE && (file.mode() & ANY_EXECUTE) != 0);
  }
}
