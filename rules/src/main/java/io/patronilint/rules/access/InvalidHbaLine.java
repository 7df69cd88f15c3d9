package io.patronilint.rules.access;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Networks;
import io.patronilint.rules.support.Sections;
import io.patronilint.rules.support.Spelling;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags lines of pg_hba that PostgreSQL cannot read.
 *
 * <p>Source: {@code parse_hba_line} of PostgreSQL; one wrong line keeps a server from starting and
 * a running one from taking any of the file. Patroni writes the lines as they are.
 */
public final class InvalidHbaLine implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/invalid-hba-line", Severity.ERROR, "PostgreSQL cannot read a line of pg_hba");

  private static final Set<String> TYPES =
      Set.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");

  private static final Set<String> METHODS =
      Set.of(
          "trust",
          "reject",
          "scram-sha-256",
          "md5",
          "password",
          "gss",
          "sspi",
          "ident",
          "peer",
          "ldap",
          "radius",
          "cert",
          "pam",
          "bsd",
          "oauth");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<ConfigNode> lists = new ArrayList<>();
    node.local().at("bootstrap", "pg_hba").ifPresent(lists::add);
    for (ConfigNode section : Sections.postgresql(node)) {
      section.child("pg_hba").ifPresent(lists::add);
    }
    for (ConfigNode list : lists) {
      for (ConfigNode item : list.isSequence() ? list.children() : List.<ConfigNode>of()) {
        problem(item)
            .ifPresent(
                problem ->
                    findings.add(
                        Finding.at(item.location()).path(item.path()),
                        "PostgreSQL cannot read this line: " + problem + "."));
      }
    }
  }

  private static Optional<String> problem(ConfigNode item) {
    if (item.isMapping()) {
      return Optional.of("a colon makes a mapping of it, which Patroni leaves out");
    }
    String text = item.text().orElse("");
    int comment = text.indexOf('#');
    String line = (comment < 0 ? text : text.substring(0, comment)).strip();
    if (!item.isString()
        || line.isEmpty()
        || line.startsWith("include")
        || line.startsWith("@")
        || line.contains("\"")
        || Templates.unrendered(text)) {
      return Optional.empty();
    }
    return problem(words(line));
  }

  /** Splits at blanks; a comma at the end goes on with the next word. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split("\\s+", -1)) {
      int last = words.size() - 1;
      if (last >= 0 && (words.get(last).endsWith(",") || word.startsWith(","))) {
        words.set(last, words.get(last) + word);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static Optional<String> problem(List<String> words) {
    String type = words.get(0);
    if (!TYPES.contains(type)) {
      String meant = Spelling.nearest(type, TYPES).map(t -> "; " + t + " is meant").orElse("");
      return Optional.of("it begins with " + type + ", which is no type of connection" + meant);
    }
    for (int i = 4; i < words.size(); i++) {
      if (TYPES.contains(words.get(i))) {
        return Optional.of("it holds two lines, because a dash is missing before " + words.get(i));
      }
    }
    int method = type.equals("local") ? 3 : 4;
    if (words.size() <= method) {
      return Optional.of("it is too short");
    }
    return type.equals("local")
        ? method(words.get(3))
        : address(words.get(3), words.get(4)).or(() -> remote(words));
  }

  private static Optional<String> remote(List<String> words) {
    boolean mask = Networks.isNumeric(words.get(4)) && !words.get(3).contains("/");
    if (mask) {
      return words.size() > 5 ? method(words.get(5)) : Optional.of("it is too short");
    }
    return method(words.get(4));
  }

  private static Optional<String> address(String address, String next) {
    if (!Networks.isNumeric(address)) {
      return Optional.empty();
    }
    if (!Networks.isValid(address)) {
      return Optional.of(address + " is no address");
    }
    return address.contains("/") || Networks.isNumeric(next)
        ? Optional.empty()
        : Optional.of(address + " has no mask, such as /32");
  }

  private static Optional<String> method(String word) {
    if (METHODS.contains(word)) {
      return Optional.empty();
    }
    String meant = Spelling.nearest(word, METHODS).map(m -> "; " + m + " is meant").orElse("");
    return Optional.of(word + " is no method of authentication" + meant);
  }
}
