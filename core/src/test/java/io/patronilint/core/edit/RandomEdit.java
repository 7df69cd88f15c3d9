package io.patronilint.core.edit;

import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An operation at a random place of a file, and what it has to come to.
 *
 * @param name what is done, for messages
 * @param result what the editor says
 * @param expected what the document means afterwards
 * @param touched the paths whose lines may change
 */
record RandomEdit(String name, EditResult result, Object expected, List<List<Object>> touched) {

  private static final String[] STRINGS = {
    "plain",
    "on",
    "0700",
    "a: b",
    "a #b",
    " lead",
    "%p",
    "'",
    "\"",
    "x'y\"z",
    "",
    "~",
    "- x",
    "[x]",
    "{x}",
    "a, b",
    "tab\tin",
    "two\nlines",
    "ü\uD83D\uDE00",
    "\u0001",
    "cp /a/%f \"%p\"",
    "1:30",
    "&x",
    "*x",
    "!x",
    "|",
    ">",
    "?",
    "@x",
    "`x`",
    "2024-01-01",
    "=",
    "<<",
    "null",
    "a:",
    "\uFEFFb",
    "trailing ",
    "\u0085",
    "---",
    "..."
  };
  private static final String[] KEYS = {"new_key", "on", "a b", "x: y", "1", "#k", "k'k", "-", "é"};

  /** Makes up an operation; null if the document has no place for one. */
  static @Nullable RandomEdit of(Random random, SourceFile file, Object before) {
    List<List<Object>> paths = new ArrayList<>();
    YamlNode root = file.yaml().root();
    if (root != null) {
      collect(root, List.of(), paths);
    }
    if (paths.isEmpty()) {
      List<Object> path = List.of("new_key");
      return set(file, before, path, "x", "add");
    }
    List<Object> path = paths.get(random.nextInt(paths.size()));
    Object last = path.get(path.size() - 1);
    return switch (random.nextInt(7)) {
      case 0 -> set(file, before, path, value(random, 0), "set");
      case 1 -> add(random, file, before, path);
      case 2 -> remove(file, before, path);
      case 3 -> last instanceof String ? rename(random, file, before, path) : null;
      case 4, 5 -> last instanceof String ? move(random, file, before, path, paths) : null;
      default -> Values.at(before, path) instanceof ScalarValue ? quote(file, before, path) : null;
    };
  }

  private static void collect(YamlNode node, List<Object> path, List<List<Object>> paths) {
    if (!path.isEmpty()) {
      paths.add(path);
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.EffectiveEntry e : mapping.effective()) {
        String name = e.entry().name();
        boolean once =
            mapping.effective().stream().filter(o -> o.entry().name().equals(name)).count() == 1;
        if (e.mergedFrom() == null && once) {
          collect(e.entry().value(), plus(path, name), paths);
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        collect(sequence.items().get(i).node(), plus(path, i), paths);
      }
    }
  }

  private static List<Object> plus(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 3 : 6)) {
      case 0 -> random.nextBoolean();
      case 1 -> random.nextInt(1000);
      case 2, 3 -> STRINGS[random.nextInt(STRINGS.length)];
      case 4 -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          map.put(KEYS[random.nextInt(KEYS.length)], value(random, depth + 1));
        }
        yield map;
      }
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
    };
  }

  private static RandomEdit set(
      SourceFile file, Object before, List<Object> path, Object value, String name) {
    EditResult result = YamlEditor.set(file, path, value);
    if (!result.possible()) {
      return new RandomEdit(name + " " + path, result, before, List.of());
    }
    Object expected = Values.with(before, path, Values.given(value));
    return new RandomEdit(name + " " + path + " to " + value, result, expected, List.of(path));
  }

  /** Adds to the collection at the path, or below the value at the path if that is none. */
  private static RandomEdit add(Random random, SourceFile file, Object before, List<Object> path) {
    Object there = Values.at(before, path);
    List<Object> below = path;
    if (there instanceof List<?> list) {
      below = plus(path, list.size());
    } else if (there instanceof Map<?, ?> || there instanceof ScalarValue.Null) {
      below = plus(path, KEYS[random.nextInt(KEYS.length)]);
      for (int i = random.nextInt(3); i > 0; i--) {
        below = plus(below, i == 1 && random.nextInt(3) == 0 ? (Object) 0 : "deep");
      }
    }
    return set(file, before, below, value(random, 0), "add");
  }

  private static RandomEdit remove(SourceFile file, Object before, List<Object> path) {
    EditResult result = YamlEditor.remove(file, path);
    Object expected = result.possible() ? Values.with(before, path, null) : before;
    return new RandomEdit("remove " + path, result, expected, List.of(path));
  }

  private static RandomEdit rename(
      Random random, SourceFile file, Object before, List<Object> path) {
    String name = KEYS[random.nextInt(KEYS.length)];
    EditResult result = YamlEditor.rename(file, path, name);
    if (!result.possible()) {
      return new RandomEdit("rename " + path, result, before, List.of());
    }
    List<Object> to = plus(path.subList(0, path.size() - 1), name);
    Object value = Values.at(before, path);
    Object expected = Values.with(Values.with(before, path, null), to, value);
    return new RandomEdit("rename " + path + " to " + name, result, expected, List.of(path));
  }

  private static @Nullable RandomEdit move(
      Random random, SourceFile file, Object before, List<Object> path, List<List<Object>> paths) {
    List<Object> to = paths.get(random.nextInt(paths.size()));
    if (random.nextInt(5) == 0) {
      to = List.of();
    }
    Object there = Values.at(before, to);
    if (!(there instanceof Map<?, ?>) && !(there instanceof ScalarValue.Null)) {
      return null;
    }
    List<Object> target = plus(to, random.nextBoolean() ? "moved" : path.get(path.size() - 1));
    if (random.nextInt(4) == 0) {
      target = plus(plus(to, "parent"), "moved");
    }
    EditResult result = YamlEditor.move(file, path, target);
    String name = "move " + path + " to " + target;
    if (!result.possible()) {
      return new RandomEdit(name, result, before, List.of());
    }
    Object value = Values.at(before, path);
    Object added = Values.with(before, target, value);
    boolean same = path.equals(target);
    Object expected = same ? before : Values.with(added, path, null);
    return new RandomEdit(name, result, expected, List.of(path, target));
  }

  private static RandomEdit quote(SourceFile file, Object before, List<Object> path) {
    EditResult result = YamlEditor.quote(file, path);
    if (!result.possible()) {
      return new RandomEdit("quote " + path, result, before, List.of());
    }
    Slot slot = Route.existing(Doc.of(file), path);
    String content = ((YamlScalar) Objects.requireNonNull(slot).value()).content();
    Object expected = Values.with(before, path, new ScalarValue.Str(content));
    return new RandomEdit("quote " + path, result, expected, List.of(path));
  }
}
