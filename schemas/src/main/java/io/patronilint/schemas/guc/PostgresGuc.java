package io.patronilint.schemas.guc;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of PostgreSQL in the versions in which all these facts are equal; pg_settings is the
 * source.
 *
 * @param name the name as PostgreSQL writes it; names are compared without case
 * @param type the type of the value
 * @param unit the unit of a number without one, such as {@code 8kB}; empty if it has none
 * @param min the least value of a number in that unit; empty if there is none
 * @param max the greatest value of a number in that unit; empty if there is none
 * @param values the words of an enumeration that PostgreSQL shows; they are compared without case
 * @param otherValues further words that the enumeration takes
 * @param context when a change takes effect, and who may make it
 * @param boot the value if nothing sets it, in the parameter's unit; empty if it is not known or
 *     depends on the build
 * @param flags what else is to be known
 * @param pgFrom the first version for which this holds, as a number such as 90600 or 150000
 * @param pgTill the first version for which it does not hold any more; {@link Integer#MAX_VALUE} if
 *     there is none
 */
public record PostgresGuc(
    String name,
    Type type,
    String unit,
    String min,
    String max,
    List<String> values,
    List<String> otherValues,
    Context context,
    Optional<String> boot,
    Set<Flag> flags,
    int pgFrom,
    int pgTill) {

  /** The types of pg_settings.vartype. */
  public enum Type {
    /** A boolean. */
    BOOL,
    /** An integer. */
    INTEGER,
    /** A floating point number. */
    REAL,
    /** One of some words. */
    ENUM,
    /** A text. */
    STRING
  }

  /** The words of pg_settings.context. */
  public enum Context {
    /** Cannot be set. */
    INTERNAL,
    /** Needs a restart. */
    POSTMASTER,
    /** Needs a reload. */
    SIGHUP,
    /** Holds for new connections; a superuser may set it at the start of one. */
    SUPERUSER_BACKEND,
    /** Holds for new connections; a client may set it at the start of one. */
    BACKEND,
    /** A superuser may set it at any time. */
    SUPERUSER,
    /** Everyone may set it at any time. */
    USER,
    /** Not known. */
    UNKNOWN
  }

  /** What else is to be known of a row. */
  public enum Flag {
    /** {@code postgres --describe-config} does not list it. */
    UNLISTED,
    /** pg_settings does not show it, and a configuration file is no place for it. */
    HIDDEN,
    /** Its default or its words depend on how PostgreSQL was built, or on the machine. */
    BUILD,
    /** It came in a minor release of this version: older ones do not know it. */
    MINOR,
    /** Only Debian's packages have it. */
    DEBIAN,
    /** Not asked of a server, but taken from Patroni's table. */
    DERIVED
  }

  /** Tells whether {@code postgres --describe-config} lists it, which is where Patroni looks. */
  public boolean listed() {
    return !flags.contains(Flag.UNLISTED);
  }
}
