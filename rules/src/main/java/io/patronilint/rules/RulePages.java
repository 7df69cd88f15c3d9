package io.patronilint.rules;

import io.patronilint.core.rule.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page of each standard rule: what it means, why it hurts, bad, good, fix, evidence. */
public final class RulePages {

  private RulePages() {}

  /** Returns the page of {@code rule} as Markdown; empty if it is not a standard rule. */
  public static Optional<String> markdown(RuleInfo rule) {
    String resource = "/io/patronilint/rules/" + rule.id() + ".md";
    try (InputStream in = RulePages.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
