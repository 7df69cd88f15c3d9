package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import io.patronilint.core.preview.Evidence;
import io.patronilint.core.preview.Verdict;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The preview for programs; the order of keys is fixed. */
final class PreviewJson {

  private static final int FORMAT_VERSION = 1;

  private final Look look;

  PreviewJson(Look look) {
    this.look = look;
  }

  void write(List<PreviewReport.Entry> entries, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORMAT_VERSION);
      json.writeArrayPropertyStart("nodes");
      for (PreviewReport.Entry entry : entries) {
        node(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void node(JsonGenerator json, PreviewReport.Entry entry) {
    Verdict verdict = entry.verdict();
    json.writeStartObject();
    json.writeStringProperty("name", clean(verdict.node().name()));
    json.writeStringProperty("outcome", verdict.outcome().label());
    json.writeStringProperty("data", verdict.contents().label());
    json.writeStringProperty("reason", clean(verdict.reason()));
    json.writeArrayPropertyStart("evidence");
    verdict.evidence().forEach(evidence -> evidence(json, "observed", evidence));
    verdict.losses().forEach(text -> evidence(json, "lost", new Evidence(text, null)));
    verdict.assumptions().forEach(text -> evidence(json, "assumed", new Evidence(text, null)));
    verdict.needs().forEach(text -> evidence(json, "needed", new Evidence(text, null)));
    json.writeEndArray();
    json.writeArrayPropertyStart("changes");
    verdict.changes().forEach(change -> change(json, change));
    json.writeEndArray();
    json.writeArrayPropertyStart("remedies");
    entry.remedies().forEach(remedy -> remedy(json, remedy));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void evidence(JsonGenerator json, String kind, Evidence evidence) {
    json.writeStartObject();
    json.writeStringProperty("kind", kind);
    json.writeStringProperty("text", clean(evidence.text()));
    if (evidence.location() == null) {
      json.writeNullProperty("file");
      json.writeNullProperty("line");
    } else {
      json.writeStringProperty("file", clean(evidence.location().file().path()));
      json.writeNumberProperty("line", evidence.location().start().line());
    }
    json.writeEndObject();
  }

  private void change(JsonGenerator json, Patch.Change change) {
    json.writeStartObject();
    json.writeStringProperty("file", clean(change.path()));
    json.writeStringProperty("diff", look.masking().diff(change));
    json.writeEndObject();
  }

  private void remedy(JsonGenerator json, Remedy remedy) {
    json.writeStartObject();
    json.writeStringProperty("title", clean(remedy.title()));
    json.writeStringProperty("rule", orNull(remedy.rule()));
    json.writeStringProperty("fix", orNull(remedy.fix()));
    json.writeStringProperty("safety", orNull(remedy.safety()));
    json.writeArrayPropertyStart("changes");
    remedy.changes().forEach(change -> change(json, change));
    json.writeEndArray();
    strings(json, "commands", remedy.commands());
    strings(json, "conditions", remedy.conditions());
    json.writeEndObject();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    for (String value : values) {
      json.writeString(clean(value));
    }
    json.writeEndArray();
  }

  private String clean(String text) {
    return look.masking().text(text);
  }
}
