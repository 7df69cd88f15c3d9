package io.patronilint.core.server;

import io.patronilint.core.Version;
import io.patronilint.core.conf.PatroniSanitizer;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.Node;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What Patroni makes of its effective configuration for PostgreSQL: the files it writes and the
 * command line it starts the server with ({@code ConfigHandler} of patroni/postgresql/config.py).
 *
 * <p>Immutable. Where a text depends on the machine, it is the one of the configuration: relative
 * paths stay relative, and the home directory is {@code ~}.
 */
public final class ServerConfig {

  /** Any minor release: above every one that exists, below the limit of Patroni's tables. */
  private static final int SOME_MINOR = 98;

  private static final int NEWEST_POSTGRESQL = 180000;

  private final ServerInput input;
  private final Tables tables;
  private final Predicate<String> listed;

  private ServerConfig(ServerInput input, Tables tables, Predicate<String> listed) {
    this.input = input;
    this.tables = tables;
    this.listed = listed;
  }

  /** Prepares for the node of {@code effective}; versions that are not known are the newest. */
  public static ServerConfig of(EffectiveConfig effective) {
    Node node = effective.node();
    Version postgresql = node.target().postgresql();
    int major = postgresql == null ? NEWEST_POSTGRESQL : major(postgresql);
    int release =
        postgresql != null && postgresql.major() >= 10 && postgresql.parts().size() > 1
            ? major + postgresql.parts().get(1)
            : major + SOME_MINOR;
    DataDirectory data = node.dataDirectory();
    ServerInput input =
        new ServerInput(
            patroni(node.target().patroni()),
            major,
            release,
            effective.configuration(),
            effective.settings(),
            data == null ? Map.of() : controlData(data),
            node.autoConf().map(file -> file.text().text()).orElse(null),
            effective.failure());
    return of(input);
  }

  /** Prepares for an input, with what PostgreSQL lists as far as the tables tell. */
  static ServerConfig of(ServerInput input) {
    Tables tables = Tables.load();
    return new ServerConfig(input, tables, tables.listed(input));
  }

  /** Prepares for an input and a list of what PostgreSQL lists. */
  static ServerConfig of(ServerInput input, Predicate<String> listed) {
    return new ServerConfig(input, Tables.load(), listed);
  }

  private static int major(Version version) {
    if (version.major() >= 10 || version.parts().size() < 2) {
      return version.major() * 10000;
    }
    return version.major() * 10000 + version.parts().get(1) * 100;
  }

  private static PatroniVersion patroni(@Nullable Version version) {
    if (version == null) {
      return new PatroniVersion(4, 1, 4);
    }
    // "4.1" means the series, and people run the last release of it.
    int last = 99;
    List<Integer> parts = version.parts();
    return new PatroniVersion(
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : last,
        parts.size() > 2 ? parts.get(2) : last);
  }

  private static Map<String, String> controlData(DataDirectory data) {
    Map<String, String> values = new LinkedHashMap<>();
    data.file("pg_controldata.txt").stream()
        .flatMap(file -> file.text().text().lines())
        .filter(line -> line.contains(":"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              String label = line.substring(0, colon).replaceFirst("Current ", "");
              values.put(label, line.substring(colon + 1).strip());
            });
    return values;
  }

  /** Returns what is written to start an existing data directory that has nobody to follow. */
  public Written follower() {
    return new Starting(input, tables, listed).follower(null, false);
  }

  /** Returns what is written to start an existing data directory that follows {@code leader}. */
  public Written follower(Leader leader) {
    return new Starting(input, tables, listed).follower(leader, false);
  }

  /** Returns what is written to start the leader of a standby cluster. */
  public Written standbyLeader() {
    return new Starting(input, tables, listed).follower(null, true);
  }

  /**
   * Returns what is written for a new cluster that the custom bootstrap method, or initdb, made.
   */
  public Written bootstrap() {
    return new Starting(input, tables, listed).bootstrap();
  }

  /** Tells whether this is a standby cluster. */
  public boolean isStandbyCluster() {
    return Synchronous.isStandby(input.dynamic());
  }

  /** Returns the parameters in postgresql.conf when an existing data directory is started. */
  public List<Setting> postgresqlConf() {
    return started().postgresqlConf();
  }

  /** Returns what is passed to the server when an existing data directory is started. */
  public List<Setting> commandLine() {
    return started().commandLine();
  }

  /** Returns the recovery parameters of an existing data directory with nobody to follow. */
  public List<Setting> recoveryForFollower() {
    return started().recovery();
  }

  /** Returns the recovery parameters of a custom bootstrap; empty if there are none. */
  public List<Setting> recoveryForBootstrap() {
    return bootstrap().recovery();
  }

  /** Returns what is written and has no effect when an existing data directory is started. */
  public List<Ignored> ignored() {
    return started().ignored();
  }

  /** Returns the files that are written when an existing data directory is started. */
  public Map<String, String> files() {
    return started().files();
  }

  private Written started() {
    return isStandbyCluster() ? standbyLeader() : follower();
  }

  /** Returns which pg_hba.conf is used; empty if Patroni fails before it writes one. */
  public Optional<PgHba> pgHba() {
    return access(AccessFiles::hba);
  }

  /** Returns which pg_ident.conf is used; empty if Patroni fails before it writes one. */
  public Optional<PgHba> pgIdent() {
    return access(AccessFiles::ident);
  }

  private interface Access {
    PgHba of(AccessFiles files);
  }

  private Optional<PgHba> access(Access which) {
    try {
      Paths paths = Paths.of(input);
      NameMap parameters =
          new ServerParameters(input, paths, tables.controlled(), new Losses())
              .of(null, "localhost");
      return Optional.of(which.of(new AccessFiles(input, paths, parameters)));
    } catch (PythonError e) {
      return Optional.empty();
    }
  }

  /** Returns what Patroni makes of postgresql.auto.conf; empty if it is not there or not known. */
  public Optional<PatroniSanitizer.Result> autoConf() {
    if (input.autoConf() == null || input.major() < 120000) {
      return Optional.empty();
    }
    return Optional.of(PatroniSanitizer.sanitize(input.autoConf(), RecoveryParameters.names()));
  }
}
