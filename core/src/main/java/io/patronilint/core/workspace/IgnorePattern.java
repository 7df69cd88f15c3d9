package io.patronilint.core.workspace;

import java.util.List;
import java.util.Optional;

/**
 * One line of a {@code .gitignore}.
 *
 * @param negated whether it takes files back in ({@code !})
 * @param directoriesOnly whether it ends with a slash
 * @param anchored whether it holds for the folder of the file only, not below
 * @param segments the pattern split at slashes; {@code **} stands for any number of folders
 */
record IgnorePattern(
    boolean negated, boolean directoriesOnly, boolean anchored, List<String> segments) {

  static Optional<IgnorePattern> parse(String line) {
    String text = stripTrailingBlanks(line);
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    boolean negated = text.startsWith("!");
    if (negated) {
      text = text.substring(1);
    } else if (text.startsWith("\\#") || text.startsWith("\\!")) {
      text = text.substring(1);
    }
    boolean directoriesOnly = text.endsWith("/");
    if (directoriesOnly) {
      text = text.substring(0, text.length() - 1);
    }
    boolean anchored = text.contains("/");
    if (text.startsWith("/")) {
      text = text.substring(1);
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IgnorePattern(negated, directoriesOnly, anchored, List.of(text.split("/", -1))));
  }

  private static String stripTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  /** Tells whether the pattern names {@code path}, which is relative to the pattern's folder. */
  boolean matches(String path, boolean directory) {
    if (directoriesOnly && !directory) {
      return false;
    }
    String[] names = path.split("/", -1);
    return anchored ? matches(0, names, 0) : glob(segments.get(0), 0, names[names.length - 1], 0);
  }

  private boolean matches(int segment, String[] names, int name) {
    if (segment == segments.size()) {
      return name == names.length;
    }
    if (segments.get(segment).equals("**")) {
      boolean last = segment == segments.size() - 1;
      for (int i = name; i <= names.length; i++) {
        if (last ? i == names.length && name < names.length : matches(segment + 1, names, i)) {
          return true;
        }
      }
      return false;
    }
    return name < names.length
        && glob(segments.get(segment), 0, names[name], 0)
        && matches(segment + 1, names, name + 1);
  }

  /** Matches with the usual two-pointer walk: one star is retried at a time, no recursion. */
  private static boolean glob(String pattern, int startP, String name, int startN) {
    int p = startP;
    int n = startN;
    int starP = -1;
    int starN = -1;
    while (n < name.length()) {
      int next = p < pattern.length() ? one(pattern, p, name.charAt(n)) : -1;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        starP = p++;
        starN = n;
      } else if (next >= 0) {
        p = next;
        n++;
      } else if (starP >= 0) {
        p = starP + 1;
        n = ++starN;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Matches one character; returns where the pattern goes on, or -1. */
  private static int one(String pattern, int p, char c) {
    char first = pattern.charAt(p);
    if (first == '?') {
      return p + 1;
    }
    if (first == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    int close = first == '[' ? pattern.indexOf(']', p + 2) : -1;
    if (close < 0) {
      return first == c ? p + 1 : -1;
    }
    boolean not = pattern.charAt(p + 1) == '!' || pattern.charAt(p + 1) == '^';
    boolean found = false;
    for (int i = p + (not ? 2 : 1); i < close; i++) {
      boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
      char high = range ? pattern.charAt(i + 2) : pattern.charAt(i);
      found |= pattern.charAt(i) <= c && c <= high;
      i += range ? 2 : 0;
    }
    return found != not ? close + 1 : -1;
  }
}
