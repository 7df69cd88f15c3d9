package io.patronilint.core.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line. */
final class LineDiff {

  /**
   * Lines that differ: the lines {@code [oldStart, oldEnd)} of the old text became the lines {@code
   * [newStart, newEnd)} of the new one; counted from 0.
   */
  record Chunk(int oldStart, int oldEnd, int newStart, int newEnd) {}

  private LineDiff() {}

  /**
   * Splits {@code text} behind each line feed, as git does; a carriage return belongs to its line.
   * The last line has no line feed if the text has none at its end; an empty text has no line.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Returns where the two lists differ, in order. */
  static List<Chunk> chunks(List<String> before, List<String> after) {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<String> oldMiddle = before.subList(head, before.size() - tail);
    List<String> newMiddle = after.subList(head, after.size() - tail);
    List<Chunk> chunks = new ArrayList<>();
    if (oldMiddle.isEmpty() && newMiddle.isEmpty()) {
      return chunks;
    }
    if (oldMiddle.isEmpty() || newMiddle.isEmpty()) {
      chunks.add(new Chunk(head, before.size() - tail, head, after.size() - tail));
      return chunks;
    }
    for (AbstractDelta<String> delta :
        DiffUtils.diff(oldMiddle, newMiddle, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int oldStart = head + delta.getSource().getPosition();
      int newStart = head + delta.getTarget().getPosition();
      int oldEnd = oldStart + delta.getSource().size();
      int newEnd = newStart + delta.getTarget().size();
      add(chunks, new Chunk(oldStart, oldEnd, newStart, newEnd));
    }
    return chunks;
  }

  /** Adds a chunk, joined with the one before it where nothing is between them. */
  private static void add(List<Chunk> chunks, Chunk chunk) {
    Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
    if (last != null && last.oldEnd() == chunk.oldStart() && last.newEnd() == chunk.newStart()) {
      Chunk joined = new Chunk(last.oldStart(), chunk.oldEnd(), last.newStart(), chunk.newEnd());
      chunks.set(chunks.size() - 1, joined);
    } else {
      chunks.add(chunk);
    }
  }
}
