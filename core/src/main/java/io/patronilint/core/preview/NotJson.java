package io.patronilint.core.preview;

import io.patronilint.core.model.ConfigNode;

/** A dynamic configuration that Patroni cannot write to the DCS. */
final class NotJson {

  private NotJson() {}

  /** Says that the leader fails in every loop ({@code Ha._run_cycle} calls json.dumps). */
  static Verdict verdict(Draft draft, ConfigNode value, Contents contents) {
    draft.evidence(
        value.location(), "YAML reads " + value.path() + " as a date, and JSON has none");
    return draft.end(
        Outcome.BROKEN_LOOP,
        contents,
        "PostgreSQL will come up as primary, but Patroni fails in every loop (\"TypeError: Object"
            + " of type datetime is not JSON serializable\"), because it cannot write "
            + value.path()
            + " to the DCS: the value has to be quoted.");
  }
}
