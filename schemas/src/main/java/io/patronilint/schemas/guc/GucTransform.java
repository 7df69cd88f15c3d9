package io.patronilint.schemas.guc;

import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a release of Patroni does with parameters when it writes them: {@code
 * transform_postgresql_parameter_value} and {@code transform_recovery_parameter_value} of
 * patroni/postgresql/validator.py.
 */
public final class GucTransform {

  /** Since this release a recovery parameter among the server parameters is not written. */
  private static final String SPLIT_SINCE = "2.1.0-";

  /** Since this release a name with a dot is checked if the table has it. */
  private static final String DOTS_SINCE = "3.0.3-";

  private final PatroniGucs gucs;
  private final PatroniVersion patroni;
  private final UnknownNames unknownNames;
  private final boolean split;
  private final boolean dots;

  /**
   * Prepares for one release.
   *
   * @param gucs the tables
   * @param patroni the release, at least 2.0.0
   */
  public GucTransform(PatroniGucs gucs, PatroniVersion patroni) {
    this.gucs = gucs;
    this.patroni = patroni;
    this.unknownNames = UnknownNames.of(patroni);
    this.split = PatroniReleases.parse(SPLIT_SINCE).contains(patroni);
    this.dots = PatroniReleases.parse(DOTS_SINCE).contains(patroni);
  }

  /**
   * Returns what becomes of a server parameter.
   *
   * @param name its name as it is written
   * @param value its value
   * @param postgresql the version of PostgreSQL as a number. Up to 3.3.3, Patroni takes that of
   *     PG_VERSION (150000), since 3.3.4 that of the server or the binary with its minor release
   *     (150004)
   * @param listed the names that {@code postgres --describe-config} lists, in lower case
   */
  public GucOutcome server(String name, PyValue value, int postgresql, Set<String> listed) {
    if (name.contains(".") && !(dots && gucs.isServer(name, patroni))) {
      return value.kind() == PyValue.Kind.NONE ? new GucOutcome.None() : new GucOutcome.Kept();
    }
    if (split && gucs.isRecovery(name, patroni)) {
      return new GucOutcome.RecoveryParameter();
    }
    boolean isListed = listed.contains(PatroniGucs.lower(name));
    return decide(gucs.server(name, patroni, postgresql), value, isListed);
  }

  /**
   * Returns what becomes of a recovery parameter other than primary_conninfo, which is not checked.
   *
   * @param name its name as it is written
   * @param value its value
   * @param postgresql the version of PostgreSQL of PG_VERSION as a number such as 150000
   * @param listed the names that {@code postgres --describe-config} lists, in lower case
   */
  public GucOutcome recovery(String name, PyValue value, int postgresql, Set<String> listed) {
    // Before 12 recovery parameters were no parameters of the server.
    boolean isListed =
        postgresql >= 120000
            ? listed.contains(PatroniGucs.lower(name))
            : gucs.isRecovery(name, patroni);
    return decide(gucs.recovery(name, patroni, postgresql), value, isListed);
  }

  private GucOutcome decide(Optional<PatroniGuc> guc, PyValue value, boolean listed) {
    GucOutcome outcome;
    if (unknownNames == UnknownNames.LISTED_FIRST && !listed) {
      outcome = new GucOutcome.Unknown();
    } else if (guc.isPresent()) {
      outcome = check(guc.get(), value.text());
    } else if (unknownNames != UnknownNames.TABLE && listed) {
      outcome = new GucOutcome.Kept();
    } else {
      outcome = new GucOutcome.Unknown();
    }
    boolean none = value.kind() == PyValue.Kind.NONE && outcome instanceof GucOutcome.Kept;
    return none ? new GucOutcome.None() : outcome;
  }

  private static GucOutcome check(PatroniGuc guc, String value) {
    boolean valid =
        switch (guc.kind()) {
          case BOOL -> PyParse.parseBool(value).isPresent();
          case ENUM -> isOneOf(guc, value);
          case ENUM_BOOL -> PyParse.parseBool(value).isPresent() || isOneOf(guc, value);
          case STRING, INTEGER, REAL -> true;
        };
    if (!valid) {
      return new GucOutcome.Invalid(guc);
    }
    return guc.min().isPresent() && guc.max().isPresent()
        ? clamp(guc, value, guc.min().get(), guc.max().get())
        : new GucOutcome.Kept();
  }

  private static boolean isOneOf(PatroniGuc guc, String value) {
    return guc.values().contains(value.toLowerCase(Locale.ROOT));
  }

  private static GucOutcome clamp(
      PatroniGuc guc, String value, PatroniGuc.Bound min, PatroniGuc.Bound max) {
    Number number;
    try {
      Optional<? extends Number> parsed =
          guc.kind() == GucKind.INTEGER
              ? PyParse.parseInt(value, guc.unit())
              : PyParse.parseReal(value, guc.unit());
      if (parsed.isEmpty()) {
        return new GucOutcome.Invalid(guc);
      }
      number = parsed.get();
    } catch (PyRaisedException e) {
      return new GucOutcome.Raises(e.type());
    }
    if (min.quoted()) {
      return new GucOutcome.Raises("TypeError");
    }
    if (PyParse.compare(number, min.number()) < 0) {
      return new GucOutcome.Clamped(guc, min.text(), true);
    }
    if (PyParse.compare(number, max.number()) > 0) {
      return new GucOutcome.Clamped(guc, max.text(), false);
    }
    return new GucOutcome.Kept();
  }
}
