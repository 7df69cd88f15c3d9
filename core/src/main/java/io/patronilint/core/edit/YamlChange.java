package io.patronilint.core.edit;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarStyle;
import io.patronilint.core.yaml.YamlDocument;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlProblem;
import io.patronilint.core.yaml.YamlReader;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One operation on one YAML file, from the path to edits whose outcome was read again. */
final class YamlChange {

  private final Doc doc;
  private final Edits edits;
  private final ValueWriter writer;
  private final Setter setter;
  private final Adder adder;
  private final Remover remover;

  YamlChange(SourceFile file) {
    this.doc = Doc.of(file);
    this.edits = new Edits(file);
    this.writer = new ValueWriter(doc.layout());
    this.setter = new Setter(doc, edits, writer);
    this.adder = new Adder(doc, edits, writer, setter);
    this.remover = new Remover(doc, edits);
  }

  List<FileEdit.Replace> set(List<?> path, @Nullable Object value) {
    Route route = Route.of(doc, path);
    Slot slot = route.slot();
    if (!route.missing().isEmpty()) {
      return add(slot, route.missing(), value);
    }
    if (slot == null || slot.parent() == null) {
      throw new EditRefused("The document as a whole is not replaced.");
    }
    Tree wanted = Tree.of(value);
    if (Tree.same(Tree.of(slot.value(), doc.text()), wanted)) {
      return List.of();
    }
    doc.checkWhole(slot);
    checkBare(slot);
    setter.value(slot, value);
    return checked(doc.tree().at(slot.indexes(), t -> wanted));
  }

  private List<FileEdit.Replace> add(@Nullable Slot slot, List<?> missing, @Nullable Object value) {
    Object step = missing.get(0);
    Object inner = nested(missing.subList(1, missing.size()), value);
    Tree added = Tree.of(inner);
    if (step instanceof String key) {
      adder.entry(slot, NewEntry.of(key, inner, writer));
      return checked(at(slot, t -> t.with(new Tree.Pair(Tree.key(key), added))));
    }
    if (slot == null || !Integer.valueOf(Slot.size(slot.value())).equals(step)) {
      throw new EditRefused(Route.show(missing) + " is not the next item of a list.");
    }
    adder.item(slot, inner);
    return checked(at(slot, t -> t.with(added)));
  }

  private Tree at(@Nullable Slot slot, UnaryOperator<Tree> change) {
    return doc.tree().at(slot == null ? List.of() : slot.indexes(), change);
  }

  private static @Nullable Object nested(List<?> path, @Nullable Object value) {
    if (path.isEmpty()) {
      return value;
    }
    Object inner = nested(path.subList(1, path.size()), value);
    if (path.get(0) instanceof String key) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put(key, inner);
      return map;
    }
    if (!path.get(0).equals(0)) {
      throw new EditRefused("The first item of a new list is item 0.");
    }
    return inner == null ? Collections.singletonList(null) : List.of(inner);
  }

  List<FileEdit.Replace> remove(Slot slot) {
    Slot parent = parentOf(slot);
    doc.checkWhole(slot);
    doc.checkNoTemplate(slot, Slot.part(parent.value(), slot.index()));
    checkNotHiding(slot);
    remover.remove(slot);
    return checked(doc.tree().at(parent.indexes(), t -> t.without(slot.index())));
  }

  List<FileEdit.Replace> remove(List<?> path) {
    return remove(Route.existing(doc, path));
  }

  /** Removes the very entry {@code entry}, be it one of several with the same key. */
  List<FileEdit.Replace> remove(YamlEntry entry) {
    YamlNode root = doc.root();
    Slot found = root == null ? null : find(Slot.root(root), entry);
    if (found == null) {
      throw new EditRefused(entry.name() + " is not an entry of " + doc.file().path() + ".");
    }
    for (Slot s = found.parent(); s != null; s = s.parent()) {
      doc.checkInside(s);
    }
    return remove(found);
  }

  @SuppressWarnings("ReferenceEquality")
  private static @Nullable Slot find(Slot slot, YamlEntry entry) {
    for (int i = 0; i < Slot.size(slot.value()); i++) {
      Slot child = slot.child(i);
      if (child.entry() == entry) {
        return child;
      }
      Slot found = child.value().span().contains(entry.span()) ? find(child, entry) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  List<FileEdit.Replace> rename(List<?> path, String name) {
    Slot slot = Route.existing(doc, path);
    YamlEntry entry = slot.entry();
    if (entry == null) {
      throw new EditRefused(slot.label() + " is an item of a list and has no name.");
    }
    if (isString(entry.key(), name)) {
      return List.of();
    }
    Slot parent = parentOf(slot);
    if (((YamlMapping) parent.value()).find(name) != null) {
      throw new EditRefused(parent.label() + " already has an entry " + name + ".");
    }
    checkNotHiding(slot);
    doc.checkNoTemplate(slot, entry.key().span());
    ScalarStyle style = ((YamlScalar) entry.key()).style();
    edits.replace(entry.key().span(), ScalarWriter.key(name, slot.inFlow(), style));
    return checked(doc.tree().at(parent.indexes(), t -> t.renamed(slot.index(), name)));
  }

  List<FileEdit.Replace> move(List<?> from, List<?> to) {
    if (to.isEmpty() || !(to.get(to.size() - 1) instanceof String name)) {
      throw new EditRefused("An entry can only be moved to a place with a name.");
    }
    if (from.size() == to.size()
        && from.subList(0, from.size() - 1).equals(to.subList(0, to.size() - 1))) {
      return rename(from, name);
    }
    if (to.size() > from.size() && to.subList(0, from.size()).equals(from)) {
      throw new EditRefused(Route.show(from) + " cannot be moved into itself.");
    }
    Slot source = Route.existing(doc, from);
    YamlEntry entry = source.entry();
    if (entry == null) {
      throw new EditRefused(source.label() + " is an item of a list and is not moved.");
    }
    Route route = Route.of(doc, to);
    Slot target = route.slot();
    if (route.missing().isEmpty() || target == null) {
      throw new EditRefused(Route.show(to) + " is already set.");
    }
    checkNotHiding(source);
    doc.checkNoTemplate(source, entry.span());
    NewEntry moved = new MovedEntry(doc, source, entry, name, writer);
    Tree tree = Tree.of(entry.value(), doc.text());
    List<?> missing = route.missing();
    for (int i = missing.size() - 1; i >= 0; i--) {
      if (!(missing.get(i) instanceof String key)) {
        throw new EditRefused("An entry cannot be moved to a new item of a list.");
      }
      boolean last = i == missing.size() - 1;
      moved = last ? moved : moved.below(key, writer);
      tree = last ? tree : new Tree.Entries(List.of(pair(missing.get(i + 1), tree)), "");
    }
    adder.entry(target, moved);
    remover.remove(source);
    Tree.Pair pair = pair(missing.get(0), tree);
    return checked(
        doc.tree()
            .at(target.indexes(), t -> t.with(pair))
            .at(parentOf(source).indexes(), t -> t.without(source.index())));
  }

  private static Tree.Pair pair(Object key, Tree value) {
    return new Tree.Pair(Tree.key((String) key), value);
  }

  List<FileEdit.Replace> quote(List<?> path) {
    Slot slot = Route.existing(doc, path);
    if (!(slot.value() instanceof YamlScalar scalar)) {
      throw new EditRefused(slot.label() + " is not a scalar.");
    }
    if (scalar.value().isString(scalar.content()) && scalar.style() != ScalarStyle.PLAIN) {
      return List.of();
    }
    doc.checkWhole(slot);
    checkBare(slot);
    String content = scalar.content();
    setter.shortValue(slot, ScalarWriter.value(content, slot.inFlow(), ScalarStyle.SINGLE_QUOTED));
    return checked(doc.tree().at(slot.indexes(), t -> Tree.of(content)));
  }

  private static boolean isString(YamlNode node, String string) {
    return node instanceof YamlScalar scalar && scalar.value().isString(string);
  }

  private static Slot parentOf(Slot slot) {
    Slot parent = slot.parent();
    if (parent == null) {
      throw new EditRefused("The document as a whole cannot be removed, renamed or moved.");
    }
    return parent;
  }

  private void checkBare(Slot slot) {
    Span properties = slot.value().propertiesSpan();
    if (properties != null) {
      throw new EditRefused(
          slot.label() + " has an anchor or a tag: " + doc.text().slice(properties) + ".");
    }
    doc.checkNoTemplate(slot, slot.value().span());
  }

  /** Refuses to uncover the value of a merged mapping that an own entry hides. */
  private static void checkNotHiding(Slot slot) {
    YamlEntry entry = slot.entry();
    if (entry == null || !(parentOf(slot).value() instanceof YamlMapping mapping)) {
      return;
    }
    for (YamlEntry other : mapping.entries()) {
      if (other.isMerge() && merges(other.value().resolved(), entry.name())) {
        throw new EditRefused(slot.label() + " hides a value that comes by a merge key.");
      }
    }
  }

  private static boolean merges(YamlNode merged, String name) {
    if (merged instanceof YamlSequence sequence) {
      return sequence.items().stream().anyMatch(i -> merges(i.node().resolved(), name));
    }
    return merged instanceof YamlMapping mapping && mapping.find(name) != null;
  }

  /** Returns the edits if the text, read again, then says {@code expected} and nothing else. */
  private List<FileEdit.Replace> checked(Tree expected) {
    List<FileEdit.Replace> list = edits.list(true);
    if (!reads(list, expected)) {
      list = edits.list(false);
      if (!reads(list, expected)) {
        throw new EditRefused(
            "internal: the changed text of " + doc.file().path() + " would not read as it should.");
      }
    }
    return list;
  }

  private boolean reads(List<FileEdit.Replace> list, Tree expected) {
    SourceText after = new SourceText(TextEdits.apply(doc.text().text(), list));
    YamlDocument read = YamlReader.read(after);
    if (read.problems().stream().anyMatch(p -> p.kind() == YamlProblem.Kind.ALIAS)) {
      throw new EditRefused("An alias would then come before its anchor.");
    }
    return read.accepted() && Tree.same(Tree.of(read.root(), after), expected);
  }
}
