package io.patronilint.core.conf;

/**
 * Compares parameter names as PostgreSQL's {@code guc_name_compare} does: ASCII letters without
 * regard to case, everything else exactly.
 */
public final class ConfNames {

  private ConfNames() {}

  /** Tells whether {@code a} and {@code b} name the same parameter. */
  public static boolean same(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (lower(a.charAt(i)) != lower(b.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns {@code name} in the form that is equal for all spellings of one parameter. */
  public static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      folded.append(lower(name.charAt(i)));
    }
    return folded.toString();
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
