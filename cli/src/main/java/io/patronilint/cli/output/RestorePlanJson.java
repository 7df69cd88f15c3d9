package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import io.patronilint.rules.restore.PlanCommand;
import io.patronilint.rules.restore.PlanStep;
import io.patronilint.rules.restore.RestorePlan;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Restore plans for programs; the order of keys is fixed. */
public final class RestorePlanJson {

  private static final int FORMAT_VERSION = 1;

  private final Look look;

  /** Prints the way {@code look} says. */
  public RestorePlanJson(Look look) {
    this.look = look;
  }

  /** Prints {@code plans}. */
  public void write(List<RestorePlan> plans, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORMAT_VERSION);
      json.writeArrayPropertyStart("plans");
      plans.forEach(plan -> plan(json, plan));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void plan(JsonGenerator json, RestorePlan plan) {
    json.writeStartObject();
    json.writeStringProperty("cluster", clean(plan.cluster()));
    json.writeStringProperty("member", clean(plan.member()));
    strings(json, "others", plan.others());
    json.writeStringProperty("tool", orNull(plan.tool()));
    json.writeStringProperty("repository", orNull(clean(plan.repository())));
    json.writeObjectPropertyStart("target");
    json.writeStringProperty("kind", word(plan.request().target().kind()));
    json.writeStringProperty("value", orNull(plan.request().target().value()));
    json.writeEndObject();
    json.writeStringProperty("onto", word(plan.request().onto()));
    json.writeStringProperty("dcs", word(plan.dcs()));
    json.writeStringProperty("route", plan.route().label());
    strings(json, "open", plan.open());
    json.writeArrayPropertyStart("steps");
    plan.steps().forEach(step -> step(json, step));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void step(JsonGenerator json, PlanStep step) {
    json.writeStartObject();
    json.writeStringProperty("id", step.id());
    json.writeStringProperty("title", clean(step.title()));
    json.writeStringProperty("why", clean(step.why()));
    json.writeStringProperty("on", word(step.on()));
    json.writeStringProperty("user", word(step.user()));
    json.writeArrayPropertyStart("changes");
    for (Patch.Change change : step.changes()) {
      json.writeStartObject();
      json.writeStringProperty("file", clean(change.path()));
      json.writeStringProperty("diff", look.masking().diff(change));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("commands");
    step.commands().forEach(command -> command(json, command));
    json.writeEndArray();
    strings(json, "notes", step.notes());
    json.writeEndObject();
  }

  private void command(JsonGenerator json, PlanCommand command) {
    json.writeStartObject();
    json.writeStringProperty("command", clean(command.text()));
    strings(json, "answers", command.answers());
    json.writeStringProperty("expect", orNull(command.expect()));
    json.writeEndObject();
  }

  private void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(clean(value)));
    json.writeEndArray();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String clean(String text) {
    return look.masking().text(text);
  }
}
