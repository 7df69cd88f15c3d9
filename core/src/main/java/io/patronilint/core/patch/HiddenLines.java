package io.patronilint.core.patch;

import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Finds the lines of a file that a diff may not show. */
final class HiddenLines {

  private HiddenLines() {}

  /**
   * Returns the lines (from 0, split as {@link LineDiff#lines} does) that hold a secret, or that a
   * diff in UTF-8 cannot reproduce because the file has another encoding.
   */
  static BitSet of(SourceFile file, List<String> lines, Secrets secrets) {
    BitSet hidden = new BitSet(lines.size());
    boolean utf8 = file.charset().equals(StandardCharsets.UTF_8);
    List<Span> spans = secrets.spans(file);
    int next = 0;
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      int end = start + lines.get(i).length();
      while (next < spans.size() && spans.get(next).end() <= start) {
        next++;
      }
      boolean secret = next < spans.size() && spans.get(next).start() < end;
      hidden.set(i, secret || (!utf8 && beyondAscii(lines.get(i))));
      start = end;
    }
    return hidden;
  }

  private static boolean beyondAscii(String line) {
    return line.chars().anyMatch(c -> c > 0x7F);
  }
}
