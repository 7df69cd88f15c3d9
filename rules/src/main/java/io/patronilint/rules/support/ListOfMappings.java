package io.patronilint.rules.support;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one mapping of a list of mappings, which people write where Patroni wants a mapping. */
public final class ListOfMappings {

  private ListOfMappings() {}

  /**
   * Returns the edits; empty if {@code setting} is no list of mappings with names that all differ,
   * or if it is written in a way that cannot be changed in place.
   */
  public static Optional<EditResult> toMapping(ConfigNode setting) {
    if (!(setting.yaml() instanceof YamlSequence sequence) || sequence.items().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (YamlItem item : sequence.items()) {
      if (!(item.node() instanceof YamlMapping mapping) || !add(mapping, values)) {
        return Optional.empty();
      }
    }
    return sequence.flow()
        ? Optional.of(YamlEditor.set(setting.file(), setting.keys(), values))
        : withoutDashes(setting.file(), sequence);
  }

  /**
   * Returns the command that does the same in a living cluster; empty if {@code setting} is part of
   * no dynamic configuration.
   */
  public static Optional<String> command(Node node, ConfigNode setting) {
    String entries =
        setting.children().stream()
            .map(FlowYaml::of)
            .map(mapping -> mapping.substring(1, mapping.length() - 1))
            .collect(Collectors.joining(", ", "{", "}"));
    return Patronictl.dynamicPath(setting).map(path -> Patronictl.setYaml(node, path, entries));
  }

  private static boolean add(YamlMapping mapping, Map<String, Object> values) {
    if (mapping.anchor() != null) {
      return false;
    }
    for (YamlEntry entry : mapping.entries()) {
      boolean plain = entry.value() instanceof YamlScalar && !entry.isMerge();
      Object value = plain ? value((YamlScalar) entry.value()) : null;
      if (value == null || values.put(entry.name(), value) != null) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object value(YamlScalar scalar) {
    if (scalar.value() instanceof ScalarValue.Bool bool) {
      return bool.value();
    }
    if (scalar.value() instanceof ScalarValue.Int number && number.value().bitLength() < 32) {
      return number.value().intValue();
    }
    boolean block = scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
    return scalar.value() instanceof ScalarValue.Str text && !block ? text.text() : null;
  }

  /** A blank in place of each dash leaves mappings that are as deep as each other. */
  private static Optional<EditResult> withoutDashes(SourceFile file, YamlSequence sequence) {
    List<FileEdit.Replace> edits = new ArrayList<>();
    int column = 0;
    for (YamlItem item : sequence.items()) {
      int start = file.text().positionAt(item.node().span().start()).column();
      boolean block = item.node() instanceof YamlMapping mapping && !mapping.flow();
      boolean sameLine =
          file.text().lineAt(item.span().start()) == file.text().lineAt(item.node().span().start());
      if (!block || !sameLine || (column != 0 && column != start)) {
        return Optional.empty();
      }
      column = start;
      Span dash = new Span(item.span().start(), item.span().start() + 1);
      edits.add(new FileEdit.Replace(file, dash, " "));
    }
    return Optional.of(EditResult.of(edits));
  }
}
