package io.patronilint.core.edit;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlAlias;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlItem;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A YAML file that is to be edited: refuses those that cannot be edited safely. */
final class Doc {

  private final SourceFile file;
  private final @Nullable YamlNode root;
  private final Set<String> aliased = new HashSet<>();
  private final Layout layout;

  private Doc(SourceFile file, @Nullable YamlNode root) {
    this.file = file;
    this.root = root;
    if (root != null && file.text().text().indexOf('*') >= 0) {
      collectAliases(root);
    }
    this.layout = new Layout(file.text(), root);
  }

  static Doc of(SourceFile file) {
    YamlDocument document = file.yaml();
    if (!file.problems().isEmpty() || !document.accepted()) {
      throw new EditRefused(file.path() + " is not edited because it cannot be read as YAML.");
    }
    String text = file.text().text();
    if (text.contains("{%")) {
      throw new EditRefused(file.path() + " is not edited because it is a template.");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
        throw new EditRefused(
            file.path() + " is not edited because it has line ends that few programs know.");
      }
    }
    return new Doc(file, document.root());
  }

  private void collectAliases(YamlNode node) {
    if (node instanceof YamlAlias alias) {
      aliased.add(alias.name());
    } else if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        collectAliases(entry.key());
        collectAliases(entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        collectAliases(item.node());
      }
    }
  }

  SourceFile file() {
    return file;
  }

  SourceText text() {
    return file.text();
  }

  @Nullable YamlNode root() {
    return root;
  }

  Layout layout() {
    return layout;
  }

  Tree tree() {
    return Tree.of(root, file.text());
  }

  /** Refuses to change anything inside the value at {@code slot} if that would change others. */
  void checkInside(Slot slot) {
    YamlNode node = slot.value();
    if (node instanceof YamlAlias alias) {
      throw new EditRefused(
          slot.label() + " is the alias *" + alias.name() + ", and stands for a value elsewhere.");
    }
    checkAnchor(slot.label(), node);
    if (isTagged(node)) {
      throw new EditRefused(slot.label() + " has a tag.");
    }
  }

  /** Refuses to replace or remove the value at {@code slot} if an alias stands for part of it. */
  void checkWhole(Slot slot) {
    checkWhole(slot.label(), slot.value());
  }

  private void checkWhole(String label, YamlNode node) {
    checkAnchor(label, node);
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        checkWhole(label, entry.key());
        checkWhole(label, entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        checkWhole(label, item.node());
      }
    }
  }

  private void checkAnchor(String label, YamlNode node) {
    String anchor = node.anchor();
    if (anchor != null && aliased.contains(anchor)) {
      throw new EditRefused(
          label + " has the anchor &" + anchor + ", and aliases elsewhere stand for its value.");
    }
  }

  private boolean isTagged(YamlNode node) {
    Span properties = node.propertiesSpan();
    return properties != null && text().slice(properties).indexOf('!') >= 0;
  }

  /** Refuses text that a template engine is still to replace. */
  void checkNoTemplate(Slot slot, Span span) {
    String part = text().slice(span);
    if (part.contains("{{")) {
      throw new EditRefused(slot.label() + " is part of a template that is not yet filled in.");
    }
  }

  /** Refuses keys that cannot be addressed or rewritten for certain. */
  void checkKey(Slot slot) {
    YamlEntry entry = slot.entry();
    if (entry == null) {
      return;
    }
    boolean simple =
        entry.key() instanceof YamlScalar scalar
            && scalar.propertiesSpan() == null
            && text().text().charAt(entry.span().start()) != '?';
    if (!simple || entry.key().span().isEmpty()) {
      throw new EditRefused(slot.label() + " has a key that is not a simple one.");
    }
  }
}
