package io.patronilint.cli.output;

import io.patronilint.rules.restore.RestoreCheck;
import io.patronilint.rules.restore.RestoreVerification;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What was found after a restore, for programs; the order of keys is fixed. */
final class RestoreVerifyJson {

  private static final int FORMAT_VERSION = 1;

  private final Look look;

  RestoreVerifyJson(Look look) {
    this.look = look;
  }

  void write(List<RestoreVerification> verified, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORMAT_VERSION);
      json.writeArrayPropertyStart("clusters");
      for (RestoreVerification one : verified) {
        json.writeStartObject();
        json.writeStringProperty("cluster", look.masking().text(one.cluster()));
        json.writeBooleanProperty("complete", one.complete());
        json.writeBooleanProperty("fine", one.fine());
        json.writeStringProperty("leader", one.leader().isEmpty() ? null : one.leader());
        json.writeName("timeline");
        if (one.timeline() > 0) {
          json.writeNumber(one.timeline());
        } else {
          json.writeNull();
        }
        json.writeArrayPropertyStart("checks");
        one.checks().forEach(check -> check(json, check));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void check(JsonGenerator json, RestoreCheck check) {
    json.writeStartObject();
    json.writeStringProperty("id", check.id());
    json.writeStringProperty("status", check.status().label());
    json.writeStringProperty("text", look.masking().text(check.text()));
    if (check.place() == null) {
      json.writeNullProperty("file");
      json.writeNullProperty("line");
    } else {
      json.writeStringProperty("file", look.masking().text(check.place().file().path()));
      json.writeNumberProperty("line", check.place().start().line());
    }
    json.writeArrayPropertyStart("commands");
    check.commands().forEach(command -> json.writeString(look.masking().text(command)));
    json.writeEndArray();
    json.writeEndObject();
  }
}
