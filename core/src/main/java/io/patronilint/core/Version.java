package io.patronilint.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version number such as 4.1.4 or 16; parts that are missing count as 0.
 *
 * @param parts the numbers, most significant first
 */
public record Version(List<Integer> parts) implements Comparable<Version> {

  /** Checks that there is at least one part, and copies the list. */
  public Version {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a version has at least one number");
    }
  }

  /** Reads {@code text}; empty unless it is numbers with dots between them. */
  public static Optional<Version> parse(String text) {
    List<Integer> parts = new ArrayList<>();
    for (String part : text.strip().split("\\.", -1)) {
      if (part.isEmpty() || part.length() > 6 || !areDigits(part)) {
        return Optional.empty();
      }
      parts.add(Integer.valueOf(part));
    }
    return Optional.of(new Version(parts));
  }

  /** Returns the version of {@code numbers}, most significant first. */
  public static Version of(int... numbers) {
    List<Integer> parts = new ArrayList<>();
    for (int number : numbers) {
      parts.add(number);
    }
    return new Version(parts);
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Returns the first number. */
  public int major() {
    return parts.get(0);
  }

  /** Tells whether this version is {@code numbers} or newer. */
  public boolean atLeast(int... numbers) {
    return compareTo(of(numbers)) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    int length = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < length; i++) {
      int mine = i < parts.size() ? parts.get(i) : 0;
      int theirs = i < other.parts.size() ? other.parts.get(i) : 0;
      if (mine != theirs) {
        return Integer.compare(mine, theirs);
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int part : parts) {
      text.append(text.isEmpty() ? "" : ".").append(part);
    }
    return text.toString();
  }
}
