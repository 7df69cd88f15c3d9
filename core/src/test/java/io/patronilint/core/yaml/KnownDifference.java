package io.patronilint.core.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that is refused although PyYAML reads it. None of it makes sense in a configuration, and
 * nothing is accepted that PyYAML refuses, and nothing read otherwise.
 */
enum KnownDifference {
  /**
   * {@code [?a]}: PyYAML takes every question mark in flow style for the sign of a key, also right
   * before a text or alone. The engine wants a blank behind it.
   */
  QUESTION_MARK_IN_FLOW,
  /** {@code [*a:b]} and {@code &a:b}: PyYAML ends the name at the colon. */
  COLON_BEHIND_NAME,
  /**
   * {@code &a {b: {<<: *a}}}: a merge key that merges a collection around it, of which PyYAML makes
   * a structure without end.
   */
  MERGE_OF_ITSELF,
  /** <code>!!str {=: a}</code>: YAML 1.1's default value of a mapping, read as a scalar. */
  SCALAR_TAG_ON_DEFAULT_VALUE,
  /** {@code [&a =, {*a : b}]}: PyYAML makes a text of a {@code =} that is also a key somewhere. */
  DEFAULT_VALUE_AND_KEY,
  /** <code>&lt;&lt;: &amp;a !x {}</code>: PyYAML does not look at the tag of what is merged. */
  TAG_AND_ANCHOR_OF_MERGED,
  /** Nested deeper than 480 levels, but not so deep that Python gives up. */
  DEPTH,
  /** A version of more than three digits in a directive. */
  LONG_VERSION;

  private static final Pattern NAME_AND_COLON = Pattern.compile("[&*][\\w-]+:");

  /** Returns the difference that explains why {@code ours} is refused and {@code theirs} is not. */
  static Optional<KnownDifference> of(YamlDocument ours, String theirs) {
    if (ours.accepted() || !theirs.startsWith("ok")) {
      return Optional.empty();
    }
    YamlProblem problem = ours.problems().get(0);
    String all = ours.text().text();
    String place = ours.text().slice(problem.span());
    boolean name = NAME_AND_COLON.matcher(all.substring(problem.span().start())).lookingAt();
    KnownDifference found =
        switch (problem.kind()) {
          case SYNTAX -> {
            if (place.equals("?")) {
              yield QUESTION_MARK_IN_FLOW;
            }
            yield name ? COLON_BEHIND_NAME : all.startsWith("%YAML") ? LONG_VERSION : null;
          }
          case ALIAS -> name ? COLON_BEHIND_NAME : null;
          case VALUE -> {
            if (place.equals("=")) {
              yield all.contains("*") ? DEFAULT_VALUE_AND_KEY : null;
            }
            yield place.startsWith("*") ? MERGE_OF_ITSELF : null;
          }
          case TAG -> {
            if (place.contains("&")) {
              yield TAG_AND_ANCHOR_OF_MERGED;
            }
            yield all.contains("=") ? SCALAR_TAG_ON_DEFAULT_VALUE : null;
          }
          case LIMIT -> DEPTH;
          default -> null;
        };
    return Optional.ofNullable(found);
  }
}
