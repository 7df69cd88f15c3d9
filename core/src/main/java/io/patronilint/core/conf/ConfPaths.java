package io.patronilint.core.conf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Paths of included files as PostgreSQL makes them. */
final class ConfPaths {

  private ConfPaths() {}

  /**
   * Returns {@code location} if it is absolute, else what it is from the directory of {@code
   * caller}, with {@code .} and {@code ..} worked out ({@code AbsoluteConfigLocation}).
   */
  static String resolve(String caller, String location) {
    if (location.startsWith("/")) {
      return location;
    }
    return canonical(caller.substring(0, caller.lastIndexOf('/') + 1) + location);
  }

  /** Returns {@code directory/name}, canonical. */
  static String join(String directory, String name) {
    return canonical(directory + '/' + name);
  }

  private static String canonical(String path) {
    Deque<String> parts = new ArrayDeque<>();
    boolean absolute = path.startsWith("/");
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.equals("..") || !absolute) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    if (absolute) {
      return '/' + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  /** Returns the names that {@code include_dir} reads, in its order ({@code strcmp}). */
  static List<String> included(Collection<String> names) {
    return names.stream()
        .filter(name -> name.endsWith(".conf") && !name.startsWith("."))
        .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
        .toList();
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
