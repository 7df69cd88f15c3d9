package io.patronilint.rules.team;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.support.Templates;

/** Compares the local configuration of each node with a team's own schema. */
public final class TeamRule implements Rule {

  private static final int MAX_SHOWN = 60;

  private final RuleInfo info =
      RuleInfo.of("team/schema", Severity.ERROR, "The team's own schema does not allow it");
  private final Schema schema;

  /** Makes the rule for {@code schema}. */
  public TeamRule(Schema schema) {
    this.schema = schema;
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode root = node.local().root();
    for (SourceFile file : node.local().files()) {
      boolean yaml = file.kind() != FileKind.ENVIRONMENT && file.problems().isEmpty();
      if (!yaml || !file.yaml().accepted()) {
        return;
      }
    }
    if (root == null || !root.isMapping()) {
      return;
    }
    try {
      Hidden hidden = null;
      for (Violation violation : schema.violations(JsonValues.of(root))) {
        hidden = hidden == null ? new Hidden(node.local().files()) : hidden;
        report(violation, root, hidden, findings);
      }
    } catch (JsonValues.TooLargeException | StackOverflowError e) {
      // Recursion of the library: over values that contain themselves, or inside a pattern.
      findings.add(
          Finding.at(Location.of(root.file())),
          "The configuration cannot be compared with the schema "
              + schema.name()
              + ": it is too large, too deep, or too long for one of the schema's patterns.");
    }
  }

  private void report(Violation violation, ConfigNode root, Hidden hidden, Findings findings) {
    ConfigNode at = violation.value().in(root);
    String key = violation.key();
    ConfigNode subject = key.isEmpty() ? at : at.child(key).orElse(at);
    boolean named = !key.isEmpty() && subject == at;
    String path = !named ? subject.path() : at.path().isEmpty() ? key : at.path() + "." + key;
    boolean aboutKey = !key.isEmpty() || violation.isName() || violation.keyword().equals("false");
    if (!aboutKey && Templates.unrendered(subject.text().orElse(""))) {
      return;
    }
    String message =
        (violation.isName() ? "The name " + subject.key() : path.isEmpty() ? "The file" : path)
            + (aboutKey ? " " + Reason.of(violation) : sentence(violation, subject, hidden));
    findings.add(
        Finding.at(named || aboutKey ? keyPlace(subject) : valuePlace(subject))
            .path(path.isEmpty() ? null : path)
            .severity(schema.severity(violation.place())),
        message + " (schema " + schema.name() + ").");
  }

  /** What the schema allows in place of a secret may well be the secret, so it is not told. */
  private static String sentence(Violation violation, ConfigNode subject, Hidden hidden) {
    String reason = Reason.of(violation);
    if (hidden.covers(subject)) {
      return violation.tellsNoValue() ? " " + reason : " has a value that is not allowed";
    }
    String value = subject.isScalar() ? shown(subject) : "";
    if (value.isEmpty()) {
      return " " + reason;
    }
    return reason.startsWith("must ")
        ? " is " + value + ", but " + reason
        : " (" + value + ") " + reason;
  }

  private static String shown(ConfigNode subject) {
    String text = subject.text().orElse("null");
    String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    if (subject.type() == ScalarType.BOOL) {
      return subject.truthy() ? "true" : "false";
    }
    return subject.isString() ? "'" + shown + "'" : shown;
  }

  private static Location keyPlace(ConfigNode node) {
    return node.path().isEmpty() ? Location.of(node.file()) : node.keyLocation();
  }

  private static Location valuePlace(ConfigNode node) {
    return node.isScalar() ? node.valueLocation() : keyPlace(node);
  }
}
