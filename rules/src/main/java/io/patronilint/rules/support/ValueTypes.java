package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.ValueKind;
import io.patronilint.schemas.keys.ValueType;
import io.patronilint.schemas.py.PyParse;
import io.patronilint.schemas.py.PyRaisedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares values with the types that the table of keys asks for. */
public final class ValueTypes {

  private ValueTypes() {}

  /** Tells whether Patroni can use {@code value}; what is empty or yet to be rendered it can. */
  public static boolean fit(PatroniKey key, ConfigNode value) {
    return fits(key.types(), key.allowed().unit(), value);
  }

  private static boolean fits(List<ValueType> types, String unit, ConfigNode value) {
    boolean open = value.isNull() || Templates.unrendered(value.text().orElse(""));
    return types.isEmpty() || open || types.stream().anyMatch(t -> fits(t, unit, value));
  }

  /** Nothing is no item of a list, where it could as well be left out. */
  private static boolean fitsItem(ValueType list, String unit, ConfigNode item) {
    return fits(list.items(), unit, item) && (!item.isNull() || list.items().isEmpty());
  }

  private static boolean fits(ValueType type, String unit, ConfigNode value) {
    return switch (type.kind()) {
      case ANY, OPTIONS -> true;
      case NULL -> value.isNull();
      case LIST ->
          value.isSequence() && value.children().stream().allMatch(v -> fitsItem(type, unit, v));
      case MAP ->
          value.isMapping() && value.children().stream().allMatch(v -> fits(type.items(), unit, v));
      default -> value.scalar().filter(v -> fits(type.kind(), unit, v)).isPresent();
    };
  }

  private static boolean fits(ValueKind kind, String unit, ScalarValue value) {
    ScalarType type = value.type();
    String text = value.text();
    boolean number = type == ScalarType.INT || type == ScalarType.FLOAT;
    boolean string = type == ScalarType.STR;
    return switch (kind) {
      case BOOL ->
          type == ScalarType.BOOL
              || (type == ScalarType.INT && (text.equals("0") || text.equals("1")))
              || text.isEmpty()
              || (string && PyParse.parseBool(text).orElse(false));
      case BOOLWORD -> type == ScalarType.BOOL || PyParse.parseBool(text).isPresent();
      case INT -> type == ScalarType.INT;
      case DIGITS -> type == ScalarType.INT || (string && isDigits(text.strip()));
      case NUMBER -> number || (string && integer(text, "").isPresent());
      case TIME, SIZE -> number || (string && integer(text, unit).isPresent());
      case REAL -> number || (string && integer(text, "").isPresent());
      case STRING -> string;
      case SCALAR -> true;
      default -> false;
    };
  }

  private static boolean isDigits(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns what {@code parse_int} makes of a value; empty for its None. */
  public static Optional<BigInteger> integer(String text, String unit) {
    try {
      return PyParse.parseInt(text, unit);
    } catch (PyRaisedException e) {
      return Optional.empty();
    }
  }

  /** Returns words for the types that {@code key} takes. */
  public static String words(PatroniKey key) {
    return key.types().stream()
        .filter(t -> t.kind() != ValueKind.NULL)
        .map(ValueTypes::words)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String words(ValueType type) {
    return switch (type.kind()) {
      case BOOL, BOOLWORD -> "a boolean";
      case INT, DIGITS -> "an integer";
      case NUMBER -> "a number without a unit";
      case TIME -> "a number or a time with one of the units us, ms, s, min, h and d";
      case SIZE -> "a number or a size with one of the units B, kB, MB, GB and TB";
      case REAL -> "a number";
      case STRING -> "a string";
      case SCALAR -> "a single value";
      case OPTIONS -> "a list of options";
      case LIST -> "a list" + (type.items().isEmpty() ? "" : " of " + items(type));
      case MAP -> "a mapping";
      default -> "anything";
    };
  }

  private static String items(ValueType list) {
    return list.items().stream()
        .map(t -> words(t).replaceFirst("^an? ", "") + "s")
        .collect(Collectors.joining(" or "));
  }

  /** Returns words for what {@code value} is. */
  public static String describe(ConfigNode value) {
    if (value.isMapping()) {
      return "a mapping";
    }
    if (value.isSequence()) {
      return "a list";
    }
    ScalarType type = value.type();
    if (type == ScalarType.STR) {
      return "a string";
    }
    return type == ScalarType.BOOL
        ? "a boolean"
        : type == ScalarType.INT ? "a number" : "no string";
  }
}
