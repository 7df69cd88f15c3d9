package io.patronilint.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule's page, taken apart.
 *
 * <p>Blocks that are tests are fenced as <code>```yaml bad patroni.yml</code> or <code>```conf good
 * pgdata/postgresql.auto.conf</code>; a third word {@code finding} marks a whole file, for instance
 * an empty one. The language {@code missing} names a file that is not there. A block <code>
 * ```options bad</code> holds command line options, a block <code>```host bad</code> describes the
 * machine as {@link ListedHost} reads it.
 *
 * @param title the first heading
 * @param headings the second-level headings in order
 * @param bad the files that are wrong
 * @param good the same files after the first fix, or written by hand where there is no fix
 */
record RulePage(String title, List<String> headings, Examples bad, Examples good) {

  static RulePage parse(String markdown) {
    String title = "";
    List<String> headings = new ArrayList<>();
    Examples.Builder bad = new Examples.Builder();
    Examples.Builder good = new Examples.Builder();
    String[] lines = markdown.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("# ")) {
        title = lines[i].substring(2);
      } else if (lines[i].startsWith("## ")) {
        headings.add(lines[i].substring(3));
      } else if (lines[i].startsWith("```") && lines[i].length() > 3) {
        String[] words = lines[i].substring(3).split(" ", -1);
        StringBuilder body = new StringBuilder();
        for (i++; !lines[i].equals("```"); i++) {
          body.append(lines[i]).append('\n');
        }
        if (words.length > 1) {
          add(words[1].equals("bad") ? bad : good, words, body.toString());
        }
      }
    }
    return new RulePage(title, headings, bad.build(), good.build());
  }

  private static void add(Examples.Builder examples, String[] words, String body) {
    if (words[0].equals("options")) {
      examples.options(body);
      return;
    }
    if (words[0].equals("host")) {
      examples.machine(body);
      return;
    }
    if (!words[0].equals("missing")) {
      examples.file(words[2], body);
    }
    if (words.length > 3 && words[3].equals("finding")) {
      examples.markWhole(words[2]);
    }
  }
}
