package io.patronilint.rules.structure;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk.Unknown;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ValueTypes;
import io.patronilint.rules.support.YamlFix;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a setting the name, or the place, that was meant. */
final class MeantFix {

  private MeantFix() {}

  static Optional<Fix> of(Node node, Unknown unknown, Meant meant) {
    if (!meant.same() || meant.path().isEmpty() || meant.path().contains("*")) {
      return Optional.empty();
    }
    List<String> to = List.of(meant.path().split("\\.", -1));
    ConfigNode setting = unknown.setting();
    if (KeyTables.keys().find(to).filter(key -> takes(key, setting)).isEmpty()) {
      return Optional.empty();
    }
    boolean sibling = to.subList(0, to.size() - 1).equals(unknown.section());
    if (meant.place() != unknown.place()) {
      return unknown.place() == Place.LOCAL && node.dynamic() == null
          ? move(
              setting,
              below(List.of("bootstrap", "dcs"), to),
              Optional.of(Patronictl.set(node, meant.path(), setting)))
          : Optional.empty();
    }
    if (sibling) {
      String name = to.get(to.size() - 1);
      return YamlFix.of(
          YamlEditor.rename(setting.file(), setting.keys(), name),
          "rename",
          "Rename " + setting.key() + " to " + name,
          Safety.UNSAFE,
          Patronictl.rename(node, setting, name));
    }
    boolean bootstrap = unknown.place() == Place.DYNAMIC && setting.path().startsWith("bootstrap.");
    return move(setting, bootstrap ? below(List.of("bootstrap", "dcs"), to) : to, Optional.empty());
  }

  /** Tells whether the value is one that the setting that is meant may have. */
  private static boolean takes(PatroniKey key, ConfigNode value) {
    List<String> values = key.allowed().values();
    return ValueTypes.fit(key, value)
        && (values.isEmpty() || values.contains(value.text().orElse("")));
  }

  private static List<String> below(List<String> section, List<String> path) {
    List<String> whole = new ArrayList<>(section);
    whole.addAll(path);
    return whole;
  }

  private static Optional<Fix> move(ConfigNode setting, List<String> to, Optional<String> command) {
    String target = String.join(".", to);
    return YamlFix.of(
        YamlEditor.move(setting.file(), setting.keys(), to),
        "move",
        "Move it to " + target,
        Safety.UNSAFE,
        command);
  }
}
