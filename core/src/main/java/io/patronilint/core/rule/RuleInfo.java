package io.patronilint.core.rule;

import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import java.util.Optional;

/**
 * What is to be known of a rule without running it.
 *
 * @param id {@code family/kebab-name}; says the problem, reads well as "ignore ID", never changes
 * @param severity the severity of its findings unless a finding says otherwise
 * @param summary one line without a final period
 * @param fix the best safety its fixes can have, empty if it never offers one
 */
public record RuleInfo(String id, Severity severity, String summary, Optional<Safety> fix) {

  /** Checks the form of id and summary. */
  public RuleInfo {
    if (!isId(id)) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
    if (summary.isEmpty() || summary.endsWith(".")) {
      throw new IllegalArgumentException("a summary has no final period: " + id);
    }
  }

  /** Tells what {@code [a-z]+/[a-z0-9]+(-[a-z0-9]+)*} would, and faster for the first time. */
  private static boolean isId(String id) {
    int slash = id.indexOf('/');
    boolean good = slash > 0 && slash < id.length() - 1 && !id.endsWith("-");
    for (int i = 0; good && i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      boolean dash = c == '-' && i > slash && id.charAt(i - 1) != '-' && id.charAt(i - 1) != '/';
      good = i < slash ? letter : i == slash || letter || digit || dash;
    }
    return good;
  }

  /** Describes a rule that offers no fix. */
  public static RuleInfo of(String id, Severity severity, String summary) {
    return new RuleInfo(id, severity, summary, Optional.empty());
  }

  /** Describes a rule whose best fix has the safety {@code fix}. */
  public static RuleInfo of(String id, Severity severity, String summary, Safety fix) {
    return new RuleInfo(id, severity, summary, Optional.of(fix));
  }

  /** Returns the part before the slash. */
  public String family() {
    return id.substring(0, id.indexOf('/'));
  }

  /** Returns the part behind the slash. */
  public String name() {
    return id.substring(id.indexOf('/') + 1);
  }
}
