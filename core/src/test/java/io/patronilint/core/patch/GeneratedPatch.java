package io.patronilint.core.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up patches over several files: changed, created and deleted ones, with secrets in them. */
final class GeneratedPatch {

  private static final String[] NAMES = {
    "patroni.yml",
    "etc/patroni dir/postgres0.yml",
    "höst/\"node\" 1.yml",
    "data/standby.signal",
    "data/postgresql.auto.conf",
    "back\\slash.yml",
    "tab\tname.yml"
  };

  private final Random random;

  GeneratedPatch(long seed) {
    this.random = new Random(seed);
  }

  Patch next() {
    List<Patch.Change> changes = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        changes.add(change(name));
      }
    }
    return new Patch(changes);
  }

  private Patch.Change change(String path) {
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    List<String> before = lines(random.nextInt(25));
    return switch (random.nextInt(6)) {
      case 0 -> new Patch.Change(path, null, join(before, end));
      case 1 -> new Patch.Change(path, join(before, end), null);
      default -> new Patch.Change(path, join(before, end), join(edited(before), end));
    };
  }

  private List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    boolean secrets = random.nextInt(3) == 0;
    for (int i = 0; i < count; i++) {
      lines.add(line(secrets));
    }
    return lines;
  }

  private String line(boolean secrets) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "  # comment " + random.nextInt(3);
      case 2 -> "--- looks like a header";
      case 3 -> "@@ -1 +1 @@";
      case 4 -> secrets ? "  password: canary" + random.nextInt(1000) : "  user: me";
      case 5 -> "  comment: \u00fcml\u00e4ut \uD83D\uDE00";
      default -> "  key" + random.nextInt(6) + ": " + random.nextInt(3);
    };
  }

  private List<String> edited(List<String> before) {
    List<String> after = new ArrayList<>(before);
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(after.size() + 1);
      int what = random.nextInt(3);
      if (what == 0 || at == after.size()) {
        after.addAll(at, lines(1 + random.nextInt(3)));
      } else if (what == 1) {
        after.remove(at);
      } else {
        after.set(at, line(false));
      }
    }
    return after;
  }

  private String join(List<String> lines, String end) {
    String text = String.join(end, lines);
    return lines.isEmpty() || random.nextInt(3) == 0 ? text : text + end;
  }
}
