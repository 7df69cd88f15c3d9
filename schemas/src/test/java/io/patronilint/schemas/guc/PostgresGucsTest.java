package io.patronilint.schemas.guc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.schemas.oracle.RealPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PostgresGucsTest {

  private static final List<Integer> VERSIONS =
      List.of(
          90300, 90400, 90500, 90600, 100000, 110000, 120000, 130000, 140000, 150000, 160000,
          170000, 180000);

  private final PostgresGucs gucs = PostgresGucs.load();

  @Test
  void listsWhatTheRealServerDescribes() throws Exception {
    Set<String> real = new TreeSet<>();
    for (String line : new RealPostgres().describeConfig()) {
      real.add(line.substring(0, line.indexOf('\t')).toLowerCase(Locale.ROOT));
    }
    assertThat(inEveryBuild(gucs.listed(150000))).isEqualTo(inEveryBuild(real));
  }

  @Test
  void knowsWhatTheRealServerShows() throws Exception {
    String sql =
        """
        select '<' || concat_ws('|', name, vartype, coalesce(unit, ''), coalesce(min_val, ''), coalesce(max_val, ''),\
        coalesce(array_to_string(enumvals, ','), ''), context, coalesce(boot_val, '')) || '>' from pg_settings \
        where category not like 'Customized%'""";
    List<String> real =
        new RealPostgres()
            .query(sql)
            .lines()
            .filter(line -> line.contains("\"<"))
            .map(line -> line.substring(line.indexOf("\"<") + 2, line.lastIndexOf(">\"")))
            .toList();
    assertThat(real).hasSizeGreaterThan(300);
    Set<String> names = new TreeSet<>();
    for (String line : real) {
      String[] cells = line.split("\\|", 8);
      PostgresGuc guc = gucs.find(cells[0], 150000).orElseThrow(() -> new AssertionError(line));
      assertThat(compared(guc, cells)).isEqualTo(line);
      names.add(cells[0].toLowerCase(Locale.ROOT));
    }
    hidden().forEach(names::add);
    assertThat(inEveryBuild(gucs.names(150000))).isEqualTo(inEveryBuild(names));
  }

  /** Leaves out what only some minor releases or Debian's packages have. */
  private Set<String> inEveryBuild(Set<String> names) {
    Set<PostgresGuc.Flag> some = Set.of(PostgresGuc.Flag.MINOR, PostgresGuc.Flag.DEBIAN);
    return names.stream()
        .filter(
            name ->
                gucs.find(name, 150000).stream()
                    .flatMap(g -> g.flags().stream())
                    .noneMatch(some::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> hidden() {
    return gucs.names(150000).stream()
        .filter(name -> find(name, 150000).flags().contains(PostgresGuc.Flag.HIDDEN));
  }

  private PostgresGuc find(String name, int version) {
    return gucs.find(name, version).orElseThrow();
  }

  /** Writes a row as the query does; what depends on the build is taken over. */
  private static String compared(PostgresGuc guc, String[] cells) {
    boolean build = guc.flags().contains(PostgresGuc.Flag.BUILD);
    List<String> values = List.of(cells[5].split(",", -1));
    return String.join(
        "|",
        guc.name(),
        guc.type().name().toLowerCase(Locale.ROOT),
        guc.unit(),
        build ? cells[3] : guc.min(),
        build ? cells[4] : guc.max(),
        build && guc.values().containsAll(values) ? cells[5] : String.join(",", guc.values()),
        guc.context().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        guc.boot().orElse(cells[7]));
  }

  @Test
  void hasOneRowForEachNameAndVersion() {
    for (int version : VERSIONS) {
      for (String name : gucs.names(version)) {
        assertThat(
                gucs.history(name).stream()
                    .filter(g -> g.pgFrom() <= version && version < g.pgTill()))
            .as("%s in %d", name, version)
            .hasSize(1);
      }
    }
  }

  @Test
  void saysWhatCameInThePlaceOfEachNameThatIsGone() {
    Set<String> all = new TreeSet<>();
    VERSIONS.forEach(version -> all.addAll(gucs.names(version)));
    for (String name : all) {
      for (int version : VERSIONS) {
        boolean gone =
            gucs.find(name, version).isEmpty() && gucs.history(name).get(0).pgFrom() < version;
        // Not in Patroni's table for 9.5, but still there.
        if (!(name.equals("ssl_renegotiation_limit") && version == 90500)) {
          assertThat(gucs.replacement(name, version).isPresent())
              .as("%s in %d", name, version)
              .isEqualTo(gone);
        }
        gucs.replacement(name, version)
            .flatMap(PostgresGucs.Replacement::by)
            .ifPresent(
                by -> assertThat(gucs.find(by, version)).as("%s for %s", by, name).isPresent());
      }
    }
  }

  @Test
  void keepsNamesThatPostgresqlDoesNotListApart() {
    assertThat(find("zero_damaged_pages", 150000).listed()).isFalse();
    assertThat(gucs.names(150000)).contains("zero_damaged_pages", "datestyle");
    assertThat(gucs.listed(150000)).contains("datestyle").doesNotContain("zero_damaged_pages");
  }

  @Test
  void findsNamesInAnyCaseAndByMinorReleases() {
    assertThat(find("DATESTYLE", 150004).name()).isEqualTo("DateStyle");
    assertThat(find("wal_level", 90624).values()).contains("replica").doesNotContain("archive");
    assertThat(find("wal_level", 90624).otherValues()).contains("archive", "hot_standby");
    assertThat(gucs.find("restore_command", 110000)).isEmpty();
    assertThat(find("restore_command", 120000).context()).isEqualTo(PostgresGuc.Context.POSTMASTER);
    assertThat(find("restore_command", 140000).context()).isEqualTo(PostgresGuc.Context.SIGHUP);
  }

  @Test
  void leavesOutDefaultsThatDependOnTheBuild() {
    assertThat(find("unix_socket_directories", 150000).boot()).isEmpty();
    assertThat(find("max_connections", 150000).boot()).contains("100");
    assertThat(find("max_connections", 90400).boot()).isEmpty();
  }

  @Test
  void agreesWithPatroniAboutUnits() {
    PatroniGucs patroni = PatroniGucs.load();
    PatroniVersion newest = new PatroniVersion(4, 1, 4);
    for (int version : VERSIONS) {
      for (String name : gucs.names(version)) {
        patroni
            .server(name, newest, version)
            .or(() -> patroni.recovery(name, newest, version))
            .ifPresent(
                guc -> assertThat(guc.unit()).as(name).isEqualTo(find(name, version).unit()));
      }
    }
  }
}
