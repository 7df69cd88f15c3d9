package io.patronilint.core.conf;

import io.patronilint.core.text.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file in the syntax of postgresql.conf together with all that it includes.
 *
 * @param settings all assignments in the order in which PostgreSQL sees them
 * @param files every file that was read, by path, the root first
 * @param problems includes that cannot be followed, in order; lines that PostgreSQL refuses are
 *     with their files
 */
public record ConfResolution(
    List<Setting> settings, Map<String, ConfFile> files, List<Problem> problems) {

  /**
   * An assignment and the file in which it stands.
   *
   * @param path the file's path
   * @param file the file
   * @param entry the assignment
   */
  public record Setting(String path, ConfFile file, ConfEntry entry) {}

  /**
   * An include that cannot be followed.
   *
   * @param kind why
   * @param path path of the file that holds the directive
   * @param span the directive's value
   * @param message one sentence for people
   */
  public record Problem(Kind kind, String path, Span span, String message) {}

  /** Why an include cannot be followed. */
  public enum Kind {
    /** The file is not there; it may only be missing in what was given to look at. */
    MISSING_FILE,
    /** The directory is not there; it may only be missing in what was given to look at. */
    MISSING_DIRECTORY,
    /** The name is empty or blank. */
    NO_NAME,
    /** The file includes itself, directly or through others. */
    LOOP,
    /** More than ten includes are nested. */
    TOO_DEEP,
    /** There is so much to include that it is not followed further. */
    TOO_MUCH
  }

  /** Copies the collections. */
  public ConfResolution {
    settings = List.copyOf(settings);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    problems = List.copyOf(problems);
  }

  /** Returns the assignment of {@code name}, whose case does not matter, that wins, or null. */
  public @Nullable Setting last(String name) {
    Setting found = null;
    for (Setting setting : settings) {
      if (ConfNames.same(setting.entry().name(), name)) {
        found = setting;
      }
    }
    return found;
  }

  /**
   * Returns the assignment that wins for every name; the keys are {@link ConfNames#fold folded}.
   */
  public Map<String, Setting> effective() {
    Map<String, Setting> winners = new LinkedHashMap<>();
    for (Setting setting : settings) {
      winners.put(ConfNames.fold(setting.entry().name()), setting);
    }
    return winners;
  }
}
