package io.patronilint.schemas.py;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Conversion of sizes and times to the unit of a parameter: {@code convert_to_base_unit}. */
final class PyUnits {

  /** From large to small, which is the order in which Patroni rounds. */
  private static final List<String> MEMORY = List.of("TB", "GB", "MB", "kB", "B");

  private static final List<String> TIME = List.of("d", "h", "min", "s", "ms", "us");

  /** How many of the next smaller unit each of {@link #TIME} is. */
  private static final List<Integer> TIME_STEPS = List.of(24, 60, 60, 1000, 1000);

  private PyUnits() {}

  /**
   * Converts as Patroni does: multiplies as float, then rounds to the next smaller unit.
   *
   * @param value an integer or a float
   * @param unit the unit it is written in
   * @param base the unit it is wanted in, perhaps with a number before it: {@code kB}, {@code 8kB}
   * @return an integer or a float; empty if there is no such unit
   */
  static Optional<Number> convert(Number value, String unit, String base) throws PyRaisedException {
    PyParse.Split split = PyParse.strtol(base);
    Number each = split.number() == null ? BigInteger.ONE : split.number();
    String baseUnit = split.rest();
    List<String> units = MEMORY.contains(unit) ? MEMORY : TIME;
    int from = units.indexOf(unit);
    int to = units.indexOf(baseUnit);
    if (from < 0 || to < 0 || baseUnit.equals("TB") || baseUnit.equals("GB")) {
      return Optional.empty();
    }
    if (units.equals(TIME) && (to < 2 || baseUnit.equals("us"))) {
      return Optional.empty();
    }
    double converted =
        PyParse.toDouble(value) * (factor(units, from, to).doubleValue() / each.doubleValue());
    if (from == units.size() - 1) {
      return Optional.of(converted);
    }
    Number step = factor(units, from + 1, to);
    BigInteger rounded = round(converted / step.doubleValue());
    if (step instanceof BigInteger whole) {
      return Optional.of(rounded.multiply(whole));
    }
    return Optional.of(rounded.doubleValue() * step.doubleValue());
  }

  /** Returns how many of unit {@code to} one of unit {@code from} is: a float only below 1. */
  private static Number factor(List<String> units, int from, int to) {
    long steps = 1;
    for (int i = Math.min(from, to); i < Math.max(from, to); i++) {
      steps *= units.equals(MEMORY) ? 1024 : TIME_STEPS.get(i);
    }
    if (from <= to) {
      return BigInteger.valueOf(steps);
    }
    return 1.0 / steps;
  }

  /** Rounds half to even, as Python's {@code round} does. */
  static BigInteger round(double value) throws PyRaisedException {
    if (Double.isInfinite(value)) {
      throw new PyRaisedException("OverflowError");
    }
    return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }
}
