package io.patronilint.schemas.guc;

/** What Patroni does with a parameter when it writes it to postgresql.conf or recovery.conf. */
public sealed interface GucOutcome {

  /** Writes the value as it is. */
  record Kept() implements GucOutcome {}

  /**
   * Writes a bound instead, and logs it.
   *
   * @param guc what Patroni knows of the parameter
   * @param text what is written: a number in the parameter's own unit
   * @param raised the value was too low; otherwise it was too high
   */
  record Clamped(PatroniGuc guc, String text, boolean raised) implements GucOutcome {}

  /**
   * Writes nothing because the value is not valid, and logs it.
   *
   * @param guc what Patroni knows of the parameter
   */
  record Invalid(PatroniGuc guc) implements GucOutcome {}

  /** Writes nothing because it knows no such parameter in this PostgreSQL, and logs it. */
  record Unknown() implements GucOutcome {}

  /**
   * Writes nothing, without a word, because this is a recovery parameter among server parameters.
   */
  record RecoveryParameter() implements GucOutcome {}

  /** Writes nothing, without a word, because the value is None. */
  record None() implements GucOutcome {}

  /**
   * Does not come to an end: an exception leaves the function that writes the file.
   *
   * @param type the name of Python's class, such as TypeError
   */
  record Raises(String type) implements GucOutcome {}

  /** Returns the line that Patroni logs; empty if it logs none. */
  default String log(String name, String value) {
    if (this instanceof Clamped clamped) {
      return "Value=%s of parameter=%s is too %s%s%s"
          .formatted(
              value,
              name,
              clamped.raised() ? "low, increasing to " : "big, decreasing to ",
              clamped.text(),
              clamped.guc().unit());
    }
    if (this instanceof Invalid invalid) {
      return "Removing %s parameter=%s from the config due to the invalid value=%s"
          .formatted(invalid.guc().kind().word(), name, value);
    }
    if (this instanceof Unknown) {
      return "Removing unexpected parameter=%s value=%s from the config".formatted(name, value);
    }
    return "";
  }
}
