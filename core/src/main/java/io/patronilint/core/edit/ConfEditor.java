package io.patronilint.core.edit;

import io.patronilint.core.conf.ConfEntry;
import io.patronilint.core.conf.ConfFile;
import io.patronilint.core.conf.ConfReader;
import io.patronilint.core.conf.ConfStrings;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes files in the syntax of postgresql.conf and leaves everything else as it is.
 *
 * <p>Every operation reads its own result again, and refuses if it is not exactly what was asked
 * for. Lines that PostgreSQL refuses are left alone and do not hinder the editing of others.
 */
public final class ConfEditor {

  private ConfEditor() {}

  /** Sets {@code name}: changes its last assignment, or adds one at the end. */
  public static EditResult set(SourceFile file, String name, String value) {
    ConfEntry last = file.conf().last(name);
    return last == null ? add(file, name, value) : set(file, last, value);
  }

  /**
   * Gives {@code entry} another value, quoted as the old one where that is possible; a comment
   * behind it stays.
   */
  public static EditResult set(SourceFile file, ConfEntry entry, String value) {
    if (entry.value().equals(value)) {
      return EditResult.of(List.of());
    }
    if (value.indexOf('\0') >= 0) {
      return EditResult.refused("A value cannot contain a NUL character.");
    }
    List<Expected> expected = Expected.of(file.conf());
    int index = file.conf().entries().indexOf(entry);
    if (index < 0) {
      return notThere(file, entry);
    }
    expected.set(index, new Expected(entry.name(), value));
    boolean quoted = file.text().slice(entry.valueSpan()).startsWith("'");
    if (!quoted) {
      EditResult plain = checked(file, entry.valueSpan(), value, expected);
      if (plain.possible()) {
        return plain;
      }
    }
    return checked(file, entry.valueSpan(), ConfStrings.quote(value), expected);
  }

  /** Adds {@code name} with {@code value} as the last line, where it wins over all others. */
  public static EditResult add(SourceFile file, String name, String value) {
    if (value.indexOf('\0') >= 0) {
      return EditResult.refused("A value cannot contain a NUL character.");
    }
    String text = file.text().text();
    String line = name + " = " + ConfStrings.quote(value);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    String inserted = open ? end + line : line + end;
    List<Expected> expected = Expected.of(file.conf());
    expected.add(new Expected(name, value));
    return checked(file, Span.at(text.length()), inserted, expected);
  }

  /** Removes {@code entry} with its whole line. */
  public static EditResult remove(SourceFile file, ConfEntry entry) {
    List<Expected> expected = Expected.of(file.conf());
    int index = file.conf().entries().indexOf(entry);
    if (index < 0) {
      return notThere(file, entry);
    }
    expected.remove(index);
    return checked(file, Lines.toDelete(file.text(), entry.lineSpan()), "", expected);
  }

  /** Gives {@code entry} another name. */
  public static EditResult rename(SourceFile file, ConfEntry entry, String name) {
    List<Expected> expected = Expected.of(file.conf());
    int index = file.conf().entries().indexOf(entry);
    if (index < 0) {
      return notThere(file, entry);
    }
    expected.set(index, new Expected(name, entry.value()));
    return checked(file, entry.nameSpan(), name, expected);
  }

  private static EditResult notThere(SourceFile file, ConfEntry entry) {
    return EditResult.refused(entry.name() + " is not an entry of " + file.path() + ".");
  }

  /** Makes the edit if PostgreSQL then reads {@code expected}, and no line less than before. */
  private static EditResult checked(
      SourceFile file, Span span, String replacement, List<Expected> expected) {
    FileEdit.Replace edit = new FileEdit.Replace(file, span, replacement);
    String after = TextEdits.apply(file.text().text(), List.of(edit));
    ConfFile read = ConfReader.read(new SourceText(after));
    if (Expected.of(read).equals(expected)
        && read.problems().size() == file.conf().problems().size()) {
      return EditResult.of(List.of(edit));
    }
    return EditResult.refused(
        "PostgreSQL would not read the changed line of " + file.path() + " as it is meant.");
  }

  /** What counts of an entry. */
  private record Expected(String name, String value) {
    static List<Expected> of(ConfFile file) {
      List<Expected> list = new ArrayList<>();
      file.entries().forEach(e -> list.add(new Expected(e.name(), e.value())));
      return list;
    }
  }
}
