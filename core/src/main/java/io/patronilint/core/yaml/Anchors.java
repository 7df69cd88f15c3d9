package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import io.patronilint.core.yaml.YamlProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of a document; an alias may stand inside the collection that it stands for. */
final class Anchors {

  private final Map<String, YamlNode> finished = new HashMap<>();
  private final Map<String, List<YamlAlias>> unfinished = new HashMap<>();

  /**
   * Takes note of the anchor of a node that begins.
   *
   * @throws Refusal if it is taken: PyYAML refuses an anchor that is defined twice
   */
  void begin(String name, @Nullable Span place) {
    if (finished.containsKey(name) || unfinished.containsKey(name)) {
      throw new Refusal(
          Kind.ALIAS,
          place == null ? Span.at(0) : place,
          "This anchor is defined a second time, which PyYAML refuses; put quotes around the value if"
              + " it is meant as text.");
    }
    unfinished.put(name, new ArrayList<>(0));
  }

  /** Binds the anchor to its node. */
  void finish(String name, YamlNode node) {
    finished.put(name, node);
    List<YamlAlias> waiting = unfinished.remove(name);
    if (waiting != null) {
      waiting.forEach(alias -> alias.bind(node));
    }
  }

  /**
   * Makes an alias.
   *
   * @throws Refusal if there is no such anchor before it
   */
  YamlAlias alias(String name, Span span) {
    YamlNode target = finished.get(name);
    if (target != null) {
      return new YamlAlias(span, name, target);
    }
    List<YamlAlias> waiting = unfinished.get(name);
    if (waiting == null) {
      throw new Refusal(
          Kind.ALIAS,
          span,
          "A value that starts with * is an alias, and no anchor of that name stands before it; put"
              + " quotes around the value if it is meant as text.");
    }
    YamlAlias alias = new YamlAlias(span, name);
    waiting.add(alias);
    return alias;
  }
}
