package io.patronilint.core.conf;

import io.patronilint.core.conf.ConfResolution.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows include, include_if_exists and include_dir as PostgreSQL's ParseConfigFile and
 * ParseConfigDirectory do.
 *
 * <p>PostgreSQL goes on behind an include that fails, but leaves out the rest of a directory behind
 * a file that fails. A circle of several files is reported where it closes and not followed;
 * PostgreSQL would go round until ten includes are nested, and fail as well.
 */
public final class ConfIncludes {

  private static final int MAX_DEPTH = 10;

  /** How many entries are looked at; a few files that include each other could ask for billions. */
  private static final int MAX_ENTRIES = 100_000;

  private final ConfLookup lookup;
  private final List<ConfResolution.Setting> settings = new ArrayList<>();
  private final Map<String, ConfFile> files = new LinkedHashMap<>();
  private final List<ConfResolution.Problem> problems = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int entries;

  private ConfIncludes(ConfLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * Follows all includes of {@code root}.
   *
   * @param path the path of {@code root} with {@code /}, absolute or as {@code lookup} wants it
   * @param root the file to start with
   * @param lookup finds what is included
   */
  public static ConfResolution resolve(String path, ConfFile root, ConfLookup lookup) {
    ConfIncludes includes = new ConfIncludes(lookup);
    includes.read(path, root);
    return new ConfResolution(includes.settings, includes.files, includes.problems);
  }

  /** Reads a file; tells whether all of it could be read. */
  private boolean read(String path, ConfFile file) {
    boolean ok = file.problems().isEmpty();
    files.putIfAbsent(path, file);
    open.push(path);
    for (ConfEntry entry : file.entries()) {
      entries++;
      if (entries > MAX_ENTRIES) {
        if (entries == MAX_ENTRIES + 1) {
          fail(Kind.TOO_MUCH, path, entry, "the includes lead to more than 100000 lines");
        }
        ok = false;
        break;
      }
      ok &= follow(path, file, entry);
    }
    open.pop();
    return ok;
  }

  private boolean follow(String path, ConfFile file, ConfEntry entry) {
    if (entry.kind() == ConfEntry.Kind.ASSIGNMENT) {
      settings.add(new ConfResolution.Setting(path, file, entry));
      return true;
    }
    if (isBlank(entry.value())) {
      return fail(Kind.NO_NAME, path, entry, "it names nothing");
    }
    String target = ConfPaths.resolve(path, entry.value());
    return entry.kind() == ConfEntry.Kind.INCLUDE_DIR
        ? directory(path, entry, target)
        : file(path, entry, target);
  }

  private boolean directory(String path, ConfEntry entry, String target) {
    Collection<String> names = lookup.directory(target);
    if (names == null) {
      return fail(Kind.MISSING_DIRECTORY, path, entry, "there is no directory " + target);
    }
    for (String name : ConfPaths.included(names)) {
      if (!file(path, entry, ConfPaths.join(target, name))) {
        return false;
      }
    }
    return true;
  }

  private boolean file(String path, ConfEntry entry, String target) {
    if (open.size() > MAX_DEPTH) {
      return fail(Kind.TOO_DEEP, path, entry, "more than ten includes are nested");
    }
    if (open.contains(target)) {
      String message =
          target.equals(path)
              ? "the file includes itself"
              : "the file is included by " + target + ", which it includes";
      return fail(Kind.LOOP, path, entry, message);
    }
    ConfFile included = lookup.file(target);
    if (included != null) {
      return read(target, included);
    }
    return entry.kind() == ConfEntry.Kind.INCLUDE_IF_EXISTS
        || fail(Kind.MISSING_FILE, path, entry, "there is no file " + target);
  }

  private boolean fail(Kind kind, String path, ConfEntry entry, String why) {
    String message =
        "PostgreSQL cannot follow this " + ConfNames.fold(entry.name()) + ": " + why + ".";
    problems.add(new ConfResolution.Problem(kind, path, entry.valueSpan(), message));
    return false;
  }

  private static boolean isBlank(String name) {
    return name.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
  }
}
