package io.patronilint.core.effective;

/**
 * A variable that Patroni reads.
 *
 * @param name its name without {@code PATRONI_}, or {@code *} and what follows the section's name
 * @param path the path that it sets, or the last key of it; for an old name, the new name
 * @param type how its value is read
 */
record EnvironmentVariable(String name, String path, Type type) {

  /** How values are read. */
  enum Type {
    /** As it is. */
    STR,
    /** {@code parse_bool}. */
    BOOL,
    /** {@code parse_int}. */
    INT,
    /** YAML, in brackets unless it looks like a list. */
    LIST,
    /** The same; what cannot be read is None. */
    LIST_OR_NONE,
    /** YAML, in braces unless it has them. */
    DICT,
    /** A list unless it looks like a format of Python's logging. */
    FORMAT,
    /** Another name of a variable. */
    OLD;

    static Type of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }

  boolean isSuffix() {
    return name.startsWith("*");
  }
}
