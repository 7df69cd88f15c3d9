package io.patronilint.core.observed;

import io.patronilint.core.workspace.SourceFile;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files in {@code pg_wal}.
 *
 * @param names the names, without those of directories
 */
public record WalFiles(Set<String> names) {

  private static final int SEGMENT_NAME = 24;

  /** Sorts the names. */
  public WalFiles {
    names = new TreeSet<>(names);
  }

  /** Reads what {@code ls -1p pg_wal} printed; other forms of {@code ls} do as well. */
  public static WalFiles of(SourceFile file) {
    return of(file.text().text().lines().map(WalFiles::name).toList());
  }

  /** Takes the names of files. */
  public static WalFiles of(Collection<String> names) {
    return new WalFiles(
        names.stream()
            .filter(n -> !n.isEmpty() && !n.endsWith("/") && !n.equals("archive_status"))
            .collect(Collectors.toSet()));
  }

  /** Tells whether {@code text} looks like a listing of {@code pg_wal}. */
  public static boolean looksLike(String text) {
    boolean found = false;
    for (String line : text.split("\n", -1)) {
      String name = name(line);
      boolean wal = isSegment(name) || isHistory(name);
      boolean known =
          wal
              || name.isEmpty()
              || name.equals("archive_status/")
              || name.equals("summaries/")
              || name.endsWith(".partial")
              || name.endsWith(".backup")
              || line.startsWith("total ");
      if (!known) {
        return false;
      }
      found |= wal || name.equals("archive_status/");
    }
    return found;
  }

  private static String name(String line) {
    String text = line.strip();
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** Tells whether {@code name} is that of a WAL segment. */
  public static boolean isSegment(String name) {
    return name.length() == SEGMENT_NAME
        && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
  }

  /** Returns the timeline in the name of a segment, a history or a partial file; 0 if none is. */
  public static int timeline(String name) {
    try {
      return name.length() < 8 ? 0 : Integer.parseInt(name.substring(0, 8), 16);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isHistory(String name) {
    return name.endsWith(".history") && name.length() == 16;
  }

  /** Tells whether there is a segment called {@code name}. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** Tells whether there is any segment. */
  public boolean anySegment() {
    return names.stream().anyMatch(WalFiles::isSegment);
  }

  /** Tells whether there is a timeline history file. */
  public boolean anyHistory() {
    return names.stream().anyMatch(WalFiles::isHistory);
  }
}
