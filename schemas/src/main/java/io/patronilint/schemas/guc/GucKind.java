package io.patronilint.schemas.guc;

/** How Patroni checks the value of a parameter: the classes of patroni/postgresql/validator.py. */
public enum GucKind {
  /** What {@code parse_bool} takes. */
  BOOL("Bool", "bool"),
  /** What {@code parse_int} takes, brought between minimum and maximum. */
  INTEGER("Integer", "integer"),
  /** What {@code parse_real} takes, brought between minimum and maximum. */
  REAL("Real", "real"),
  /** One of the values, whatever the case. */
  ENUM("Enum", "enum"),
  /** One of the values, or what {@code parse_bool} takes. */
  ENUM_BOOL("EnumBool", "enum"),
  /** Anything. */
  STRING("String", "string");

  private final String className;
  private final String word;

  GucKind(String className, String word) {
    this.className = className;
    this.word = word;
  }

  /** Returns the word that stands for the kind in Patroni's log. */
  public String word() {
    return word;
  }

  static GucKind of(String className) {
    for (GucKind kind : values()) {
      if (kind.className.equals(className)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(className);
  }
}
