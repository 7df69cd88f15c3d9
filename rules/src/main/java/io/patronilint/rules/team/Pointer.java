package io.patronilint.rules.team;

import io.patronilint.core.model.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer, as a fragment: {@code #/postgresql/pg_hba/0}.
 *
 * @param steps its keys and indices
 */
record Pointer(List<String> steps) {

  Pointer {
    steps = List.copyOf(steps);
  }

  /** Reads what stands behind the {@code #} of {@code text}. */
  static Pointer of(String text) {
    List<String> steps = new ArrayList<>();
    String[] parts = text.substring(text.indexOf('#') + 1).split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      steps.add(parts[i].replace("~1", "/").replace("~0", "~"));
    }
    return new Pointer(steps);
  }

  /** Returns what it points to below {@code root}, or the last on the way that is there. */
  ConfigNode in(ConfigNode root) {
    ConfigNode current = root;
    for (String step : steps) {
      ConfigNode next = child(current, step);
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private static @Nullable ConfigNode child(ConfigNode node, String step) {
    if (!node.isSequence()) {
      return node.child(step).orElse(null);
    }
    return node.children().stream().filter(c -> c.key().equals(step)).findFirst().orElse(null);
  }

  /** Returns the objects on the way from {@code root} to what it points to, outermost first. */
  List<JSONObject> objectsIn(Object root) {
    List<JSONObject> way = new ArrayList<>();
    Object current = root;
    if (root instanceof JSONObject first) {
      way.add(first);
    }
    for (String step : steps) {
      current = child(current, step);
      if (current == null) {
        break;
      }
      if (current instanceof JSONObject object) {
        way.add(object);
      }
    }
    return way;
  }

  private static @Nullable Object child(Object value, String step) {
    if (value instanceof JSONObject object) {
      return object.opt(step);
    }
    boolean index =
        !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    return index && value instanceof JSONArray list ? list.opt(Integer.parseInt(step)) : null;
  }
}
