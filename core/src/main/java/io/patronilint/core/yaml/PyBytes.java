package io.patronilint.core.yaml;

import java.io.ByteArrayOutputStream;

/** Bytes as PyYAML's {@code construct_yaml_binary} makes them and as Python writes them. */
final class PyBytes {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private PyBytes() {}

  /**
   * Decodes base 64 as Python's {@code binascii.a2b_base64} does: characters outside the alphabet
   * are skipped, missing padding is an error.
   */
  static byte[] decodeBase64(String text) throws PyValueException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int position = 0;
    int pads = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7F) {
        throw new PyValueException("holds a character that is not ASCII");
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        if (position >= 2 && position + ++pads >= 4) {
          return bytes.toByteArray();
        }
        continue;
      }
      int value = ALPHABET.indexOf(c);
      if (value < 0) {
        continue;
      }
      pads = 0;
      bits = (bits << 6) | value;
      if (position > 0) {
        bytes.write(bits >> (6 - 2 * position));
      }
      position = (position + 1) % 4;
    }
    if (position != 0) {
      throw new PyValueException("is cut off or lacks its padding");
    }
    return bytes.toByteArray();
  }

  /** Returns what {@code repr()} of bytes gives. */
  static String repr(byte[] bytes) {
    boolean single = false;
    boolean twofold = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twofold |= b == '"';
    }
    char quote = single && !twofold ? '"' : '\'';
    StringBuilder text = new StringBuilder("b").append(quote);
    for (byte b : bytes) {
      appendByte(text, b & 0xFF, quote);
    }
    return text.append(quote).toString();
  }

  private static void appendByte(StringBuilder text, int b, char quote) {
    if (b == quote || b == '\\') {
      text.append('\\').append((char) b);
    } else if (b == '\t') {
      text.append("\\t");
    } else if (b == '\n') {
      text.append("\\n");
    } else if (b == '\r') {
      text.append("\\r");
    } else if (b < 0x20 || b > 0x7E) {
      text.append("\\x")
          .append(Character.forDigit(b >> 4, 16))
          .append(Character.forDigit(b & 15, 16));
    } else {
      text.append((char) b);
    }
  }
}
