package io.patronilint.cli.output;

import io.patronilint.core.Report;
import io.patronilint.core.Version;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Related;
import io.patronilint.core.text.Position;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The report for programs; the order of keys is fixed. */
final class JsonReport {

  private static final int FORMAT_VERSION = 1;

  private final Look look;

  JsonReport(Look look) {
    this.look = look;
  }

  void write(Report report, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORMAT_VERSION);
      json.writeObjectPropertyStart("tool");
      json.writeStringProperty("name", "patroni-lint");
      json.writeStringProperty("version", look.version().get());
      json.writeEndObject();
      targets(json, report.workspace().nodes());
      files(json, report.workspace().files());
      json.writeArrayPropertyStart("findings");
      for (Finding finding : report.findings()) {
        finding(json, finding);
      }
      json.writeEndArray();
      summary(json, Summary.of(report));
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void targets(JsonGenerator json, List<Node> nodes) {
    json.writeArrayPropertyStart("targets");
    for (Node node : nodes) {
      json.writeStartObject();
      json.writeStringProperty("node", clean(node.name()));
      json.writeStringProperty("patroni", version(node.target().patroni()));
      json.writeStringProperty("postgresql", version(node.target().postgresql()));
      json.writeStringProperty("inferred_from", clean(node.inferredFrom()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void files(JsonGenerator json, List<SourceFile> files) {
    json.writeArrayPropertyStart("files");
    for (SourceFile file : files) {
      json.writeStartObject();
      json.writeStringProperty("path", clean(file.path()));
      json.writeStringProperty("kind", file.kind().label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("severity", finding.severity().label());
    json.writeStringProperty("message", clean(finding.message()));
    json.writeStringProperty("path", finding.path() == null ? null : clean(finding.path()));
    json.writeObjectPropertyStart("location");
    place(json, finding.location());
    json.writeEndObject();
    json.writeArrayPropertyStart("related");
    for (Related related : finding.related()) {
      json.writeStartObject();
      place(json, related.location());
      json.writeStringProperty("message", clean(related.message()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : finding.fixes()) {
      fix(json, fix);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void fix(JsonGenerator json, Fix fix) {
    json.writeStartObject();
    json.writeStringProperty("name", fix.name());
    json.writeStringProperty("title", clean(fix.title()));
    json.writeStringProperty("safety", fix.safety().label());
    json.writeArrayPropertyStart("edits");
    for (FileEdit edit : fix.edits()) {
      edit(json, edit);
    }
    json.writeEndArray();
    strings(json, "commands", fix.commands());
    strings(json, "conditions", fix.conditions());
    json.writeEndObject();
  }

  private void edit(JsonGenerator json, FileEdit edit) {
    json.writeStartObject();
    if (edit instanceof FileEdit.Replace replace) {
      place(json, new Location(replace.file(), replace.span()));
      text(json, replace.text());
    } else if (edit instanceof FileEdit.Create create) {
      json.writeStringProperty("file", clean(create.path()));
      json.writeBooleanProperty("create", true);
      text(json, create.text());
    } else {
      json.writeStringProperty("file", clean(edit.path()));
      json.writeBooleanProperty("delete", true);
    }
    json.writeEndObject();
  }

  /** Writes the text of an edit; one that holds a secret is marked as not fit to be applied. */
  private void text(JsonGenerator json, String text) {
    String shown = clean(text);
    json.writeStringProperty("text", shown);
    if (!shown.equals(text)) {
      json.writeBooleanProperty("masked", true);
    }
  }

  private void place(JsonGenerator json, Location location) {
    json.writeStringProperty("file", clean(location.file().path()));
    position(json, "start", location.start());
    position(json, "end", location.end());
  }

  private static void position(JsonGenerator json, String name, Position position) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", position.line());
    json.writeNumberProperty("column", position.column());
    json.writeEndObject();
  }

  private void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    for (String value : values) {
      json.writeString(clean(value));
    }
    json.writeEndArray();
  }

  private static void summary(JsonGenerator json, Summary summary) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("errors", summary.errors());
    json.writeNumberProperty("warnings", summary.warnings());
    json.writeNumberProperty("infos", summary.infos());
    json.writeNumberProperty("fixable", summary.safe());
    json.writeNumberProperty("suppressed", 0);
    json.writeEndObject();
  }

  private static @Nullable String version(@Nullable Version version) {
    return version == null ? null : version.toString();
  }

  private String clean(String text) {
    return look.masking().text(text);
  }
}
