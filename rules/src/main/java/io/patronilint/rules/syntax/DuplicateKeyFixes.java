package io.patronilint.rules.syntax;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlEntry;
import io.patronilint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remedies for a key that comes twice: join the two sections, or keep one of the two. */
final class DuplicateKeyFixes {

  private final SourceFile file;
  private final SourceText text;

  private DuplicateKeyFixes(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** Returns the remedies, best first; none where no edit of whole entries can do it. */
  static List<Fix> of(SourceFile file, List<YamlEntry> lost, YamlEntry kept, boolean same) {
    boolean entangled =
        lost.size() != 1
            || SameValue.hasAnchor(lost.get(0).value())
            || holdsSecret(file, lost.get(0));
    return entangled ? List.of() : new DuplicateKeyFixes(file).fixes(lost.get(0), kept, same);
  }

  private List<Fix> fixes(YamlEntry lost, YamlEntry kept, boolean same) {
    List<Fix> fixes = new ArrayList<>();
    String line = "line " + text.positionAt(lost.key().span().start()).line();
    if (!same) {
      join(lost, kept)
          .ifPresent(
              edits ->
                  fixes.add(
                      Fix.of(
                          "join-sections",
                          "Move the settings of " + line + " into the section that counts",
                          Safety.UNSAFE,
                          edits)));
    }
    EditResult removal = YamlEditor.remove(file, lost);
    if (removal.possible()) {
      fixes.add(
          Fix.of(
              "keep-last",
              "Remove " + lost.name() + " of " + line + ", which has no effect",
              same ? Safety.SAFE : Safety.UNSAFE,
              List.copyOf(removal.edits())));
    }
    return fixes;
  }

  /** Two block sections without a common name can be put together as text. */
  private Optional<List<FileEdit>> join(YamlEntry lost, YamlEntry kept) {
    if (!(lost.value() instanceof YamlMapping from)
        || !(kept.value() instanceof YamlMapping to)
        || !isPlainBlock(from)
        || !isPlainBlock(to)
        || !ownLines(lost)
        || from.entries().stream().anyMatch(e -> to.find(e.name()) != null)) {
      return Optional.empty();
    }
    YamlEntry first = from.entries().get(0);
    YamlEntry target = to.entries().get(0);
    boolean aligned = column(first) == column(target) && ownLines(first) && ownLines(target);
    Span head = new Span(lost.key().span().end(), first.fullSpan().start());
    if (!aligned || text.slice(head).indexOf('#') >= 0) {
      return Optional.empty();
    }
    Span body = new Span(first.fullSpan().start(), lost.fullSpan().end());
    return Optional.of(
        List.of(
            new FileEdit.Replace(file, lost.fullSpan(), ""),
            new FileEdit.Replace(file, Span.at(target.fullSpan().start()), text.slice(body))));
  }

  private static boolean isPlainBlock(YamlMapping mapping) {
    return !mapping.flow()
        && !mapping.entries().isEmpty()
        && mapping.propertiesSpan() == null
        && mapping.entries().stream().noneMatch(YamlEntry::isMerge);
  }

  /** Tells whether nothing but blanks stands before the entry on its line. */
  private boolean ownLines(YamlEntry entry) {
    int start = entry.span().start();
    int lineStart = text.lineStart(text.lineAt(start));
    return text.slice(new Span(lineStart, start)).isBlank()
        && entry.fullSpan().start() <= lineStart;
  }

  private int column(YamlEntry entry) {
    return text.positionAt(entry.span().start()).column();
  }

  /** Tells whether {@code entry} holds what neither a message nor a patch may show. */
  static boolean holdsSecret(SourceFile file, YamlEntry entry) {
    return Secrets.none().spans(file).stream().anyMatch(s -> s.overlaps(entry.span()));
  }
}
