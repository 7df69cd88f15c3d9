package io.patronilint.rules.support;

/** How many letters two names differ by. */
public final class EditDistance {

  private static final int LONGEST = 64;

  private EditDistance() {}

  /**
   * Tells whether at most {@code limit} insertions, deletions or replacements make {@code b} of
   * {@code a}. Names of more than 64 characters count as different.
   */
  public static boolean within(String a, String b, int limit) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return false;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()] <= limit;
  }
}
