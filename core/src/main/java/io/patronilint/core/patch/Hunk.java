package io.patronilint.core.patch;

import java.util.List;

/**
 * A hunk of a unified diff.
 *
 * @param chunks the differences in it, in order; what lies between them is context
 * @param lead number of lines of context before the first difference
 * @param trail number of lines of context behind the last difference
 */
record Hunk(List<LineDiff.Chunk> chunks, int lead, int trail) {

  Hunk {
    chunks = List.copyOf(chunks);
  }

  LineDiff.Chunk first() {
    return chunks.get(0);
  }

  LineDiff.Chunk last() {
    return chunks.get(chunks.size() - 1);
  }

  /** Returns the first line of the old text that the hunk shows, from 0. */
  int oldStart() {
    return first().oldStart() - lead;
  }

  int oldEnd() {
    return last().oldEnd() + trail;
  }

  int newStart() {
    return first().newStart() - lead;
  }

  int newEnd() {
    return last().newEnd() + trail;
  }

  Hunk withLead(int lines) {
    return new Hunk(chunks, lines, trail);
  }

  /** Appends the hunk as git writes it. */
  void print(List<String> before, List<String> after, StringBuilder out) {
    out.append("@@ -").append(range(oldStart(), oldEnd()));
    out.append(" +").append(range(newStart(), newEnd())).append(" @@\n");
    int context = oldStart();
    for (LineDiff.Chunk chunk : chunks) {
      print(' ', before.subList(context, chunk.oldStart()), out);
      print('-', before.subList(chunk.oldStart(), chunk.oldEnd()), out);
      print('+', after.subList(chunk.newStart(), chunk.newEnd()), out);
      context = chunk.oldEnd();
    }
    print(' ', before.subList(context, oldEnd()), out);
  }

  private static String range(int start, int end) {
    int count = end - start;
    int shown = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(shown) : shown + "," + count;
  }

  private static void print(char mark, List<String> lines, StringBuilder out) {
    for (String line : lines) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
