package io.patronilint.rules.postgresql;

import io.patronilint.core.Version;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Templates;
import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.guc.GucOutcome;
import io.patronilint.schemas.guc.GucTransform;
import io.patronilint.schemas.guc.PatroniGucs;
import io.patronilint.schemas.guc.PatroniVersion;
import io.patronilint.schemas.guc.PostgresGuc;
import io.patronilint.schemas.guc.PostgresGucs;
import io.patronilint.schemas.py.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a node, at every place where they are written, and what becomes of each in
 * postgresql.conf. Those that Patroni passes on the command line are not among them.
 *
 * <p>Where a version is not known, several stand for it, and what is said holds for all of them.
 */
final class Parameters {

  private static final int OLDEST_SUPPORTED = 13;
  private static final int NEWEST_SUPPORTED = 18;

  /** A minor release above every one that exists, and below the limit of Patroni's tables. */
  private static final int SOME_MINOR = 98;

  private static final int MISSING = 99;

  /** Since this release Patroni checks parameters for PostgreSQL's minor release. */
  private static final PatroniVersion MINOR_SINCE = new PatroniVersion(3, 3, 4);

  private static final PatroniVersion NEWEST = new PatroniVersion(MISSING, 0, 0);

  /**
   * A parameter.
   *
   * @param setting the setting as it is written
   * @param outcome what Patroni does instead of writing it, or null if it may write it
   */
  record Parameter(ConfigNode setting, @Nullable GucOutcome outcome) {

    /** Returns the name as it is written. */
    String name() {
      return setting.key();
    }

    /** Returns Python's {@code str()} of the value. */
    String text() {
      return setting.text().orElse("");
    }

    /** Tells whether it stands in a member's own section. */
    boolean isLocal() {
      return setting.path().startsWith("postgresql.") && setting.file().kind() != FileKind.DYNAMIC;
    }
  }

  private final List<Integer> majors;
  private final List<PatroniVersion> releases;
  private final List<Parameter> all;

  private Parameters(Node node) {
    this.majors = majors(node.target().postgresql());
    this.releases = releases(node.target().patroni());
    this.all = read(node);
  }

  /** Reads them, once for each node. */
  static Parameters of(Node node) {
    return node.derived(Parameters.class, () -> new Parameters(node));
  }

  /** Returns all of them. */
  List<Parameter> all() {
    return all;
  }

  /** Returns the versions of PostgreSQL in question as numbers such as 150000, newest first. */
  List<Integer> majors() {
    return majors;
  }

  /** Returns what is known of PostgreSQL's parameters. */
  PostgresGucs postgres() {
    return Holder.POSTGRES;
  }

  /** Tells whether Patroni may write {@code text} for the parameter as it is. */
  boolean accepts(String name, String text) {
    return outcome(name, PyValue.str(text)) == null;
  }

  /** Tells whether the section of {@code setting} sets {@code name}, in any case. */
  static boolean isSet(List<ConfigNode> section, String name) {
    return section.stream().anyMatch(s -> s.key().equalsIgnoreCase(name));
  }

  /** Returns the parameters that stand in the same section. */
  List<ConfigNode> beside(ConfigNode setting) {
    String path = setting.path();
    String section = path.substring(0, path.length() - setting.key().length());
    return all.stream()
        .map(Parameter::setting)
        .filter(s -> s.file() == setting.file() && s.path().equals(section + s.key()))
        .toList();
  }

  private List<Parameter> read(Node node) {
    List<Parameter> found = new ArrayList<>();
    for (ConfigNode postgresql : Sections.postgresql(node)) {
      ConfigNode section = postgresql.child("parameters").orElse(null);
      if (section != null && section.isMapping()) {
        for (ConfigNode setting : section.children()) {
          add(setting, found);
        }
      }
    }
    return List.copyOf(found);
  }

  private void add(ConfigNode setting, List<Parameter> into) {
    String name = setting.key();
    boolean rendered =
        !Templates.unrendered(name) && !Templates.unrendered(setting.text().orElse(""));
    if (rendered && Holder.CONTROLLED.find(name, NEWEST).isEmpty()) {
      into.add(new Parameter(setting, outcome(name, value(setting))));
    }
  }

  private static PyValue value(ConfigNode setting) {
    if (setting.isNull()) {
      return PyValue.none();
    }
    String text = setting.isScalar() ? setting.text().orElse("") : "[]";
    return setting.isScalar() ? PyValue.str(text) : new PyValue(PyValue.Kind.OTHER, text);
  }

  /**
   * Returns what all releases in question do, those left out that know no such parameter if others
   * do; null if they differ or if one of them writes the value.
   */
  private @Nullable GucOutcome outcome(String name, PyValue value) {
    GucOutcome found = null;
    for (PatroniVersion release : releases) {
      GucTransform transform = new GucTransform(Holder.PATRONI, release);
      for (int major : majors) {
        GucOutcome each =
            transform.server(name, value, number(release, major), listed(name, major));
        if (each instanceof GucOutcome.Kept || each instanceof GucOutcome.Raises) {
          return null;
        }
        if (found == null || found instanceof GucOutcome.Unknown) {
          found = each;
        } else if (!(each instanceof GucOutcome.Unknown) && each.getClass() != found.getClass()) {
          return null;
        }
      }
    }
    return found;
  }

  private static int number(PatroniVersion release, int major) {
    return release.compareTo(MINOR_SINCE) < 0 ? major : major + SOME_MINOR;
  }

  private static Set<String> listed(String name, int major) {
    boolean listed = Holder.POSTGRES.find(name, major).filter(PostgresGuc::listed).isPresent();
    return listed ? Set.of(name.toLowerCase(Locale.ROOT)) : Set.of();
  }

  private static List<Integer> majors(@Nullable Version version) {
    if (version == null) {
      return IntStream.rangeClosed(OLDEST_SUPPORTED, NEWEST_SUPPORTED)
          .mapToObj(major -> (NEWEST_SUPPORTED + OLDEST_SUPPORTED - major) * 10000)
          .toList();
    }
    int second = version.major() < 10 && version.parts().size() > 1 ? version.parts().get(1) : 0;
    return List.of(version.major() * 10000 + second * 100);
  }

  /** The last releases of the series in use, and the one of Debian 12, if none is known. */
  private static List<PatroniVersion> releases(@Nullable Version version) {
    if (version == null) {
      return List.of(
          new PatroniVersion(4, 1, 5),
          new PatroniVersion(4, 0, 7),
          new PatroniVersion(3, 3, 11),
          new PatroniVersion(3, 2, 2),
          new PatroniVersion(3, 0, 2));
    }
    if (version.major() < 2) {
      return List.of();
    }
    List<Integer> parts = version.parts();
    return List.of(
        new PatroniVersion(
            parts.get(0),
            parts.size() > 1 ? parts.get(1) : MISSING,
            parts.size() > 2 ? parts.get(2) : MISSING));
  }

  /** Reads a table when a parameter is first asked for, and once for all nodes. */
  private static final class Holder {
    static final PatroniGucs PATRONI = PatroniGucs.load();
    static final PostgresGucs POSTGRES = PostgresGucs.load();
    static final ControlledGucs CONTROLLED = ControlledGucs.load();
  }

  /** Returns the versions in question for a message, such as {@code 15} or {@code 13 to 18}. */
  String versions() {
    int newest = majors.get(0);
    int oldest = majors.get(majors.size() - 1);
    return newest == oldest ? name(newest) : name(oldest) + " to " + name(newest);
  }

  /** Returns PostgreSQL's name of a version: {@code 9.6} or {@code 15}. */
  static String name(int version) {
    int major = version / 10000;
    return major < 10 ? major + "." + version / 100 % 100 : String.valueOf(major);
  }

  /** Returns what PostgreSQL knows of a name in any version; empty for nothing. */
  Optional<PostgresGuc> newest(String name) {
    List<PostgresGuc> history = postgres().history(name);
    return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
  }
}
