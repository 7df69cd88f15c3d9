package io.patronilint.core.conf;

/** The tokens of the syntax of postgresql.conf. */
enum ConfToken {
  /** A word of letters, digits and {@code _}: a name, or a value. */
  ID,
  /** Two words with a dot between them: only a name. */
  QUALIFIED_ID,
  /** A word that also has some of {@code -._:/}: only a value. */
  WORD,
  /** A value in single quotes. */
  STRING,
  /** A whole number, perhaps hexadecimal, perhaps with a unit. */
  INTEGER,
  /** A number with a decimal point; it takes no unit. */
  REAL,
  /** The sign between name and value. */
  EQUALS,
  /** A line feed. */
  END_OF_LINE,
  /** The end of the text. */
  END_OF_FILE,
  /** One character that starts no token. */
  STRAY;

  /** Tells whether the token may be the name of a parameter. */
  boolean isName() {
    return this == ID || this == QUALIFIED_ID;
  }

  /** Tells whether the token may be the value of a parameter. */
  boolean isValue() {
    return this == ID || this == WORD || this == STRING || this == INTEGER || this == REAL;
  }

  /** Tells whether no other token follows on the line. */
  boolean isEnd() {
    return this == END_OF_LINE || this == END_OF_FILE;
  }
}
