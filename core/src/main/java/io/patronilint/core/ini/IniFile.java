package io.patronilint.core.ini;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of sections with keys and values.
 *
 * @param text the text
 * @param sections the sections in order
 * @param problems lines that pgBackRest refuses, in order
 */
public record IniFile(SourceText text, List<Section> sections, List<Problem> problems) {

  /**
   * A section.
   *
   * @param name the name between the brackets
   * @param span place of the header line's brackets and name
   * @param keys its keys in order
   */
  public record Section(String name, Span span, List<Key> keys) {
    /** Copies the list. */
    public Section {
      keys = List.copyOf(keys);
    }

    /** Returns the last value of {@code key}, or null. */
    public @Nullable Key find(String key) {
      Key found = null;
      for (Key candidate : keys) {
        if (candidate.name().equals(key)) {
          found = candidate;
        }
      }
      return found;
    }
  }

  /**
   * A key with its value.
   *
   * @param name the key
   * @param value the value, blanks around it removed
   * @param nameSpan place of the key
   * @param valueSpan place of the value
   */
  public record Key(String name, String value, Span nameSpan, Span valueSpan) {}

  /**
   * A line that is no section, key or comment.
   *
   * @param message one sentence for people
   * @param span where it is
   */
  public record Problem(String message, Span span) {}

  /** Copies the lists. */
  public IniFile {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /**
   * Returns all keys called {@code key} in all sections called {@code section}, in order.
   *
   * <p>pgBackRest joins sections of one name. Several values form a list if the option takes one;
   * for any other option they are its error [031].
   */
  public List<Key> keys(String section, String key) {
    return sections.stream()
        .filter(candidate -> candidate.name().equals(section))
        .flatMap(candidate -> candidate.keys().stream())
        .filter(candidate -> candidate.name().equals(key))
        .toList();
  }

  /** Returns the first section called {@code name}, or null. */
  public @Nullable Section section(String name) {
    for (Section section : sections) {
      if (section.name().equals(name)) {
        return section;
      }
    }
    return null;
  }
}
