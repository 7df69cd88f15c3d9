package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** pg_hba.conf and pg_ident.conf: which of the competing places wins, and what is written. */
final class AccessFiles {

  private final ServerInput input;
  private final Paths paths;
  private final NameMap parameters;

  AccessFiles(ServerInput input, Paths paths, NameMap parameters) {
    this.input = input;
    this.paths = paths;
    this.parameters = parameters;
  }

  /** Returns what {@code ConfigHandler.replace_pg_hba} does outside of a custom bootstrap. */
  PgHba hba() {
    return of("hba_file", paths.hba(), "pg_hba");
  }

  /** Returns what {@code ConfigHandler.replace_pg_ident} does. */
  PgHba ident() {
    return of("ident_file", paths.ident(), "pg_ident");
  }

  private PgHba of(String parameter, String own, String section) {
    Value file = parameters.get(parameter);
    if (isElsewhere(file, own) && file != null) {
      return new PgHba(PgHba.Source.PARAMETER, Python.str(file), List.of(), file);
    }
    Value lines = input.get(section);
    if (lines == null || !lines.truthy()) {
      return new PgHba(PgHba.Source.EXISTING, own, List.of(), null);
    }
    return new PgHba(PgHba.Source.SECTION, own, lines(lines, "postgresql." + section), lines);
  }

  private static boolean isElsewhere(@Nullable Value file, String own) {
    return file != null && file.truthy() && !PyStr.is(file, own);
  }

  /** Returns the text of a file with {@code lines}. */
  static String text(List<String> lines) {
    ConfText text = new ConfText();
    lines.forEach(text::line);
    return text.toString();
  }

  /** Returns what {@code ConfigWriter.writelines} writes: one line for each item. */
  private List<String> lines(Value value, String path) {
    List<String> lines = new ArrayList<>();
    for (Value item : items(value, path)) {
      if (PyStr.isString(item)) {
        lines.add(Python.str(item));
      } else if (!input.has(Behaviour.ONLY_STRINGS)) {
        throw new PythonError(
            "TypeError", path + " has an item that is not a string", item.origin());
      }
    }
    return lines;
  }

  /** Returns what Python iterates over. */
  private static List<Value> items(Value value, String path) {
    List<Value> items = new ArrayList<>();
    if (value instanceof Value.Sequence list) {
      return list.items();
    }
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> items.add(new Value.Scalar(e.getKey(), value.origin())));
      return items;
    }
    String text = PyStr.string(value);
    if (text == null) {
      throw new PythonError("TypeError", path + " is not a list", value.origin());
    }
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> items.add(Values.string(c, value.origin())));
    return items;
  }

  /**
   * Returns what {@code bootstrap.pg_hba} adds to pg_hba.conf ({@code append_pg_hba}), or null if
   * Patroni does not look at it.
   */
  @Nullable String appended() {
    Value lines = input.get("pg_hba");
    boolean written = lines != null && lines.truthy();
    if (written || isElsewhere(parameters.get("hba_file"), paths.hba())) {
      return null;
    }
    Value value = bootstrapHba();
    if (value == null) {
      return "\n\n";
    }
    List<String> added = new ArrayList<>();
    for (Value item : items(value, "bootstrap.pg_hba")) {
      if (!PyStr.isString(item)) {
        throw new PythonError(
            "TypeError", "bootstrap.pg_hba has an item that is no string", item.origin());
      }
      added.add(Python.str(item));
    }
    return "\n" + String.join("\n", added) + "\n";
  }

  private @Nullable Value bootstrapHba() {
    return ServerInput.section(input.configuration(), "bootstrap").get("pg_hba");
  }

  /** Notes the places that lose. */
  void losers(PgHba hba, PgHba ident, Losses losses) {
    if (hba.source() == PgHba.Source.PARAMETER) {
      lose("pg_hba", "hba_file", hba, losses);
    }
    if (ident.source() == PgHba.Source.PARAMETER) {
      lose("pg_ident", "ident_file", ident, losses);
    }
    Value first = bootstrapHba();
    if (hba.source() != PgHba.Source.EXISTING && hba.value() != null && first != null) {
      Origin winner = hba.value().origin();
      String detail = "pg_hba.conf is written from elsewhere, so bootstrap.pg_hba is not used";
      losses.add("bootstrap.pg_hba", first, Reason.OVERRIDDEN, detail, winner);
    }
  }

  private void lose(String section, String parameter, PgHba winner, Losses losses) {
    Value value = input.get(section);
    if (value != null && value.truthy() && winner.value() != null) {
      String path = "postgresql." + section;
      String detail = parameter + " names a file that Patroni does not write";
      losses.add(path, value, Reason.OVERRIDDEN, detail, winner.value().origin());
    }
  }
}
