package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;

/** Carries the problem that ends the reading of a document; never leaves this package. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient YamlProblem problem;

  Refusal(YamlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Refusal(YamlProblem.Kind kind, Span span, String message) {
    this(new YamlProblem(kind, message, span));
  }

  YamlProblem problem() {
    return problem;
  }
}
