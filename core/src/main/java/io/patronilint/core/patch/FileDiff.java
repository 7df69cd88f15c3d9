package io.patronilint.core.patch;

import io.patronilint.core.secret.Secrets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unified diff of one file. */
final class FileDiff {

  private final Patch.Change change;
  private final List<String> before;
  private final List<String> after;
  private final Hunks hunks;

  private FileDiff(Patch.Change change, List<String> before, List<String> after, Hunks hunks) {
    this.change = change;
    this.before = before;
    this.after = after;
    this.hunks = hunks;
  }

  /** Returns the diff of {@code change}, or null if it cannot be shown. */
  static @Nullable FileDiff of(Patch.Change change, Secrets secrets) {
    String oldText = text(change.before());
    String newText = text(change.after());
    List<String> before = LineDiff.lines(oldText);
    List<String> after = LineDiff.lines(newText);
    BitSet hiddenBefore = HiddenLines.of(change.with(oldText), before, secrets);
    BitSet hiddenAfter = HiddenLines.of(change.with(newText), after, secrets);
    List<LineDiff.Chunk> chunks = LineDiff.chunks(before, after);
    for (LineDiff.Chunk chunk : chunks) {
      if (anySet(hiddenBefore, chunk.oldStart(), chunk.oldEnd())
          || anySet(hiddenAfter, chunk.newStart(), chunk.newEnd())) {
        return null;
      }
    }
    Hunks hunks = Hunks.arrange(chunks, before, hiddenBefore);
    return hunks == null ? null : new FileDiff(change, before, after, hunks);
  }

  /** Returns the diff of {@code change} with its secrets masked, which no program can apply. */
  static @Nullable FileDiff masked(Patch.Change change, Secrets secrets) {
    List<String> before = LineDiff.lines(secrets.mask(text(change.before())));
    List<String> after = LineDiff.lines(secrets.mask(text(change.after())));
    Hunks hunks = Hunks.arrange(LineDiff.chunks(before, after), before, new BitSet());
    return hunks == null ? null : new FileDiff(change, before, after, hunks);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean anySet(BitSet set, int from, int to) {
    int next = set.nextSetBit(from);
    return next >= 0 && next < to;
  }

  boolean zeroContext() {
    return hunks.zeroContext();
  }

  void print(StringBuilder out) {
    String oldName = GitPath.of("a/", change.path());
    String newName = GitPath.of("b/", change.path());
    out.append("diff --git ").append(oldName).append(' ').append(newName).append('\n');
    boolean created = change.before() == null;
    boolean deleted = change.after() == null;
    if (created) {
      out.append("new file mode 100644\n");
    } else if (deleted) {
      out.append("deleted file mode 100644\n");
    }
    if (hunks.list().isEmpty()) {
      printEmptyFile(created, out);
      return;
    }
    String end = GitPath.end(change.path());
    out.append("--- ").append(created ? "/dev/null\n" : oldName + end);
    out.append("+++ ").append(deleted ? "/dev/null\n" : newName + end);
    for (Hunk hunk : hunks.list()) {
      hunk.print(before, after, out);
    }
  }

  /** An empty file has no hunk; GNU patch then needs git's names for no content and no file. */
  private static void printEmptyFile(boolean created, StringBuilder out) {
    out.append(created ? "index 0000000..e69de29\n" : "index e69de29..0000000\n");
  }
}
