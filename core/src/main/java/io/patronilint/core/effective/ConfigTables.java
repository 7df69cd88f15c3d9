package io.patronilint.core.effective;

import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.guc.PatroniReleases;
import io.patronilint.schemas.guc.PatroniVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that differ between releases of Patroni, read once when they are first needed. */
final class ConfigTables {

  private record Row(List<String> cells, PatroniReleases releases) {}

  /** Loads the tables when they are first asked for, and not before. */
  private static final class Holder {
    static final ConfigTables TABLES = new ConfigTables();
  }

  private final Map<String, PatroniReleases> parsed = new HashMap<>();
  private final List<Row> names = rows("config.tsv");
  private final List<Row> variables = rows("environment.tsv");
  private final ControlledGucs gucs = ControlledGucs.load();
  private final Map<PatroniVersion, Release> releases = new ConcurrentHashMap<>();

  private ConfigTables() {}

  static ConfigTables get() {
    return Holder.TABLES;
  }

  Release release(PatroniVersion version) {
    return releases.computeIfAbsent(version, v -> new Release(v, this));
  }

  ControlledGucs gucs() {
    return gucs;
  }

  /** Returns for each kind the names that a release has, with their values. */
  Map<String, Map<String, String>> names(PatroniVersion version) {
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (Row row : names) {
      if (row.releases().contains(version)) {
        found
            .computeIfAbsent(row.cells().get(0), kind -> new LinkedHashMap<>())
            .put(row.cells().get(1), row.cells().get(2));
      }
    }
    return found;
  }

  List<EnvironmentVariable> variables(PatroniVersion version) {
    List<EnvironmentVariable> found = new ArrayList<>();
    for (Row row : variables) {
      if (row.releases().contains(version)) {
        List<String> cells = row.cells();
        found.add(
            new EnvironmentVariable(
                cells.get(0), cells.get(1), EnvironmentVariable.Type.of(cells.get(2))));
      }
    }
    return found;
  }

  private List<Row> rows(String resource) {
    try (InputStream in = ConfigTables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Row> rows = new ArrayList<>();
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          List<String> cells = List.of(line.split("\t", -1));
          String releases = cells.get(cells.size() - 1);
          rows.add(new Row(cells, parsed.computeIfAbsent(releases, PatroniReleases::parse)));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
