package io.patronilint.core.conf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up files that include each other. A file includes only itself and files behind it in the
 * list: PostgreSQL goes round larger circles until it is ten includes deep, in every branch.
 */
final class GeneratedTree {

  private static final List<String> FILES =
      List.of(
          "root.conf",
          "a.conf",
          "B.conf",
          "sub/x.conf",
          "d/1.conf",
          "d/10.conf",
          "d/9.conf",
          "d/A.conf",
          "d/a.conf",
          "d/_.conf",
          "d/.hidden.conf",
          "d/.conf",
          "d/x.conf.bak",
          "d/x.CONF",
          "d/e/3.conf",
          "d/e/x.conf/y.conf");

  private final Random random;
  private final String folder;

  /**
   * Prepares a tree.
   *
   * @param folder the absolute path of the tree
   */
  GeneratedTree(long seed, String folder) {
    this.random = new Random(seed);
    this.folder = folder;
  }

  /** Returns texts by path below the folder; {@code root.conf} is always one of them. */
  Map<String, String> next() {
    List<String> files = new ArrayList<>();
    for (String file : FILES) {
      if (file.equals("root.conf") || random.nextInt(3) > 0) {
        files.add(file);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      texts.put(files.get(i), text(files, i));
    }
    return texts;
  }

  private String text(List<String> files, int index) {
    StringBuilder text = new StringBuilder();
    boolean innermost = files.get(index).startsWith("d/");
    for (int i = random.nextInt(5) + (index == 0 ? 3 : 0); i > 0; i--) {
      if (random.nextInt(innermost ? 6 : 2) == 0) {
        directive(text, files, index);
      } else {
        text.append(any("x", "Y", "foo.bar", "FOO.bar")).append(" = ").append(random.nextInt(100));
      }
      text.append(any("\n", "\r\n", " # c\n", "\n\n"));
    }
    return text.toString();
  }

  private void directive(StringBuilder text, List<String> files, int index) {
    String from = files.get(index);
    boolean innermost = from.startsWith("d/");
    if (random.nextInt(8) == 0) {
      text.append(any("include", "include_if_exists", "include_dir", "INCLUDE_DIR"))
          .append(
              any(
                  " ''",
                  " ' '",
                  " '\\t'",
                  " 'no/../no'",
                  " '/no/such'",
                  " nothing",
                  " = '../..x'"));
    } else if (!innermost && random.nextInt(2) == 0) {
      text.append("include_dir '").append(path(from, any("d", "d", "d/e", "d/none"))).append('\'');
    } else {
      int first = innermost ? files.size() - 1 : index + (random.nextInt(6) == 0 ? 0 : 1);
      int target = Math.max(index, first) + random.nextInt(4);
      String name = target < files.size() ? files.get(target) : "missing.conf";
      text.append(any("include '", "include = '", "include_if_exists '", "Include'"))
          .append(path(from, name))
          .append('\'');
    }
  }

  /** Returns {@code target} absolute or as seen from the folder of the file {@code from}. */
  private String path(String from, String target) {
    if (random.nextInt(4) == 0) {
      return folder + '/' + target;
    }
    int depth = (int) from.chars().filter(c -> c == '/').count();
    String up = "../".repeat(depth) + target;
    return any("", "", "./", ".//./", "none/../") + up.replace("/", any("/", "/", "//", "/./"));
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
