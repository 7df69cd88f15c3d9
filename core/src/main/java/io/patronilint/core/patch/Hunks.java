package io.patronilint.core.patch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arranges differences in hunks whose context shows no hidden line.
 *
 * <p>What the tools take was tried with git 2.39 and GNU patch 2.7: context may be missing before a
 * change. Where it is missing behind a change that is not at the end of the file, {@code git apply}
 * wants {@code --unidiff-zero}, and patch takes at most two lines of context before the change.
 */
final class Hunks {

  private static final int CONTEXT = 3;

  private final List<String> before;
  private final BitSet hidden;
  private final List<Hunk> list = new ArrayList<>();
  private boolean zeroContext;

  private Hunks(List<String> before, BitSet hidden) {
    this.before = before;
    this.hidden = hidden;
  }

  /**
   * Arranges {@code chunks}.
   *
   * @param before the lines of the old text
   * @param hidden lines of the old text that may not be shown
   * @return the hunks, or null if a hunk would have to show a hidden line or be applied to a wrong
   *     place
   */
  static @Nullable Hunks arrange(List<LineDiff.Chunk> chunks, List<String> before, BitSet hidden) {
    Hunks hunks = new Hunks(before, hidden);
    int from = 0;
    for (int i = 0; i < chunks.size(); i++) {
      boolean last = i + 1 == chunks.size();
      if (last || !hunks.joined(chunks.get(i), chunks.get(i + 1))) {
        int floor = from == 0 ? 0 : chunks.get(from - 1).oldEnd();
        int ceiling = last ? before.size() : chunks.get(i + 1).oldStart();
        if (!hunks.add(chunks.subList(from, i + 1), floor, ceiling)) {
          return null;
        }
        from = i + 1;
      }
    }
    return hunks;
  }

  List<Hunk> list() {
    return list;
  }

  /** Tells whether {@code git apply} needs {@code --unidiff-zero}. */
  boolean zeroContext() {
    return zeroContext;
  }

  private boolean joined(LineDiff.Chunk one, LineDiff.Chunk next) {
    if (next.oldStart() - one.oldEnd() > 2 * CONTEXT) {
      return false;
    }
    int hiddenLine = hidden.nextSetBit(one.oldEnd());
    return hiddenLine < 0 || hiddenLine >= next.oldStart();
  }

  private boolean add(List<LineDiff.Chunk> chunks, int floor, int ceiling) {
    int start = chunks.get(0).oldStart();
    int end = chunks.get(chunks.size() - 1).oldEnd();
    int lead = 0;
    while (lead < CONTEXT && start - lead > floor && !hidden.get(start - lead - 1)) {
      lead++;
    }
    int trail = 0;
    while (trail < CONTEXT && end + trail < ceiling && !hidden.get(end + trail)) {
      trail++;
    }
    Hunk hunk = new Hunk(chunks, lead, trail);
    if (trail > 0 || end == before.size()) {
      list.add(hunk);
      return true;
    }
    zeroContext = true;
    for (int fewer = Math.min(lead, 1); fewer <= Math.min(lead, 2); fewer++) {
      if (!isTakenForEnd(hunk.withLead(fewer))) {
        list.add(hunk.withLead(fewer));
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the tools would find the old lines of a hunk without context behind it at the end
   * of the file, where they look first.
   */
  private boolean isTakenForEnd(Hunk hunk) {
    List<String> old = before.subList(hunk.oldStart(), hunk.oldEnd());
    return before.subList(before.size() - old.size(), before.size()).equals(old);
  }
}
