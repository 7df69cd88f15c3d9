package io.patronilint.core.yaml;

import org.jspecify.annotations.Nullable;

/** Makes values of nodes that carry a tag, as PyYAML's {@code SafeConstructor} does. */
final class ExplicitTags {

  /** What {@code !!} stands for. */
  static final String PREFIX = "tag:yaml.org,2002:";

  private ExplicitTags() {}

  /** Returns the name behind {@link #PREFIX}, or null for any other tag. */
  static @Nullable String shortName(String tag) {
    return tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : null;
  }

  /** Tells whether {@code safe_load} knows the tag at all. */
  static boolean isKnown(String tag) {
    String name = shortName(tag);
    return name != null
        && switch (name) {
          case "null",
              "bool",
              "int",
              "float",
              "binary",
              "timestamp",
              "omap",
              "pairs",
              "set",
              "str",
              "seq",
              "map" ->
              true;
          default -> false;
        };
  }

  /** Tells whether a sequence may carry the tag. */
  static boolean fitsSequence(String tag) {
    String name = shortName(tag);
    return name != null && (name.equals("seq") || isPairs(tag));
  }

  /** Tells whether the tag makes a list of pairs of a sequence of mappings with one entry each. */
  static boolean isPairs(@Nullable String tag) {
    String name = tag == null ? null : shortName(tag);
    return name != null && (name.equals("omap") || name.equals("pairs"));
  }

  /** Tells whether a mapping may carry the tag. */
  static boolean fitsMapping(String tag) {
    String name = shortName(tag);
    return name != null && (name.equals("map") || name.equals("set"));
  }

  /**
   * Returns the value of a scalar that carries the known tag {@code tag}.
   *
   * @throws PyValueException if the tag does not fit the text
   */
  static ScalarValue scalar(String tag, String text) throws PyValueException {
    String name = shortName(tag);
    return switch (name == null ? "" : name) {
      case "null" -> ScalarResolver.NULL;
      case "bool" -> bool(text);
      case "int" -> new ScalarValue.Int(PyNumbers.toInt(PyText.ascii(text)));
      case "float" -> {
        double value = PyNumbers.toFloat(PyText.ascii(text));
        yield new ScalarValue.Real(value, PyText.repr(value));
      }
      case "binary" -> {
        byte[] bytes = PyBytes.decodeBase64(text);
        yield new ScalarValue.Binary(PyBytes.repr(bytes), bytes.length > 0);
      }
      case "timestamp" -> PyTimestamps.toTimestamp(withoutLastNewline(text));
      case "str" -> new ScalarValue.Str(text);
      default -> throw new PyValueException("is a scalar, which the tag does not fit");
    };
  }

  private static ScalarValue bool(String text) throws PyValueException {
    return switch (PyText.lowerAscii(text)) {
      case "yes", "true", "on" -> ScalarResolver.TRUE;
      case "no", "false", "off" -> ScalarResolver.FALSE;
      default -> throw new PyValueException("is no truth value");
    };
  }

  /** Python's {@code $} also matches before a newline at the end. */
  private static String withoutLastNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
