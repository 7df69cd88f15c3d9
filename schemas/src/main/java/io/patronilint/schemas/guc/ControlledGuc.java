package io.patronilint.schemas.guc;

import io.patronilint.schemas.py.PyInt;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parameter that Patroni passes on PostgreSQL's command line, in some releases of Patroni: an
 * entry of {@code ConfigHandler.CMDLINE_OPTIONS}. Only the dynamic configuration can set it, and
 * only to a value that passes its check.
 *
 * @param name the name in lower case
 * @param defaultValue Patroni's own value
 * @param check how a value of the dynamic configuration is checked
 * @param min the least value, 0 if the check has none
 * @param unit the unit in which the least value counts; empty for none
 * @param values the words that are taken, in lower case
 * @param pgFrom the first version of PostgreSQL that gets the parameter, as a number such as 90500
 */
public record ControlledGuc(
    String name,
    PyValue defaultValue,
    Check check,
    int min,
    String unit,
    List<String> values,
    int pgFrom) {

  /** The ways of checking; Patroni changed them several times. */
  public enum Check {
    /** No value is taken. */
    NEVER("never"),
    /** {@code value.lower()} is one of the words; what is no string raises. */
    WORD_METHOD("word-method"),
    /** {@code str(value).lower()} is one of the words. */
    WORD_OF_ANY("word-of-any"),
    /** A string that is one of the words, whatever the case. */
    WORD("word"),
    /** A boolean for {@code parse_bool}. */
    BOOL("bool"),
    /** True for {@code parse_bool}. */
    TRUE("true"),
    /** {@code int(value)} is at least the minimum; what is no number raises. */
    INT_CALL("int-call"),
    /** {@code parse_int(value, unit)} is at least the minimum; what it cannot read raises. */
    SIZE_RAISING("size-raising"),
    /** An int, not a string; with a unit as {@link #INT_NONZERO}. */
    INT_TYPE("int-type"),
    /** {@code parse_int} gives at least the minimum, and not 0. */
    INT_NONZERO("int-nonzero"),
    /**
     * {@code parse_int} gives at least the minimum; then {@code int(value)} is taken, which may
     * raise.
     */
    INT_CALL_AFTER("int-call-after"),
    /** {@code parse_int} gives at least the minimum; the number is taken if it has no unit. */
    INT("int");

    private final String word;

    Check(String word) {
      this.word = word;
    }

    static Check of(String word) {
      for (Check check : values()) {
        if (check.word.equals(word)) {
          return check;
        }
      }
      throw new IllegalArgumentException(word);
    }
  }

  /**
   * Returns what the dynamic configuration's value becomes, as {@code
   * Config._process_postgresql_parameters} does it.
   *
   * @return the value that is taken, perhaps as another type; empty if the value is refused and
   *     {@link #defaultValue} holds
   * @throws PyRaisedException if the check raises: then no part of the new dynamic configuration is
   *     taken
   */
  public Optional<PyValue> accept(PyValue value) throws PyRaisedException {
    String lower = value.text().toLowerCase(Locale.ROOT);
    boolean isText = value.kind() == PyValue.Kind.STR;
    return switch (check) {
      case NEVER -> Optional.empty();
      case WORD_METHOD -> {
        if (!isText) {
          throw new PyRaisedException("AttributeError");
        }
        yield keep(value, values.contains(lower));
      }
      case WORD_OF_ANY -> keep(value, values.contains(lower));
      case WORD -> keep(value, isText && values.contains(lower));
      case BOOL -> keep(value, PyParse.parseBool(value.text()).isPresent());
      case TRUE -> keep(value, PyParse.parseBool(value.text()).orElse(false));
      case INT_CALL -> keep(value, isEnough(PyInt.of(value)));
      case SIZE_RAISING -> {
        Optional<BigInteger> size = PyParse.parseInt(value.text(), unit);
        if (size.isEmpty()) {
          throw new PyRaisedException("TypeError");
        }
        yield keep(value, isEnough(size.get()));
      }
      case INT_TYPE -> keep(value, unit.isEmpty() ? isEnoughInt(value) : isEnoughNonzero(value));
      case INT_NONZERO -> keep(value, isEnoughNonzero(value));
      case INT_CALL_AFTER ->
          passes(value) ? Optional.of(number(PyInt.of(value))) : Optional.empty();
      case INT ->
          passes(value)
              ? Optional.of(
                  PyParse.parseInt(value.text(), "").map(ControlledGuc::number).orElse(value))
              : Optional.empty();
    };
  }

  private static Optional<PyValue> keep(PyValue value, boolean taken) {
    return taken ? Optional.of(value) : Optional.empty();
  }

  private static PyValue number(BigInteger number) {
    return PyValue.integer(number.toString());
  }

  private boolean isEnough(BigInteger number) {
    return number.compareTo(BigInteger.valueOf(min)) >= 0;
  }

  private boolean isEnoughInt(PyValue value) throws PyRaisedException {
    boolean isInt = value.kind() == PyValue.Kind.INT || value.kind() == PyValue.Kind.BOOL;
    return isInt && isEnough(PyInt.of(value));
  }

  private boolean isEnoughNonzero(PyValue value) throws PyRaisedException {
    Optional<BigInteger> number = PyParse.parseInt(value.text(), unit);
    return number.isPresent() && number.get().signum() != 0 && isEnough(number.get());
  }

  private boolean passes(PyValue value) throws PyRaisedException {
    Optional<BigInteger> number = PyParse.parseInt(value.text(), unit);
    return number.isPresent() && isEnough(number.get());
  }
}
