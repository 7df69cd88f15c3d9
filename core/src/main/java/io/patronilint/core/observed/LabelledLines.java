package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of the form {@code label: value}, the first of each label. */
final class LabelledLines {

  /**
   * A line.
   *
   * @param value what stands behind the colon, without blanks around it
   * @param location the whole line
   */
  record Line(String value, Location location) {}

  private final Map<String, Line> lines = new LinkedHashMap<>();

  private LabelledLines() {}

  static LabelledLines of(SourceFile file) {
    LabelledLines read = new LabelledLines();
    for (int number = 1; number <= file.text().lineCount(); number++) {
      String text = file.text().line(number);
      int colon = text.indexOf(':');
      if (colon > 0) {
        int start = file.text().lineStart(number);
        Location place = new Location(file, new Span(start, start + text.stripTrailing().length()));
        read.lines.putIfAbsent(
            text.substring(0, colon).strip(), new Line(text.substring(colon + 1).strip(), place));
      }
    }
    return read;
  }

  Optional<String> value(String label) {
    return Optional.ofNullable(lines.get(label)).map(Line::value).filter(v -> !v.isEmpty());
  }

  Optional<Location> location(String label) {
    return Optional.ofNullable(lines.get(label)).map(Line::location);
  }
}
