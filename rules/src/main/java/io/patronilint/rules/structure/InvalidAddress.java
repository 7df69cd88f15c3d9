package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Address;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.rules.support.Networks;
import io.patronilint.rules.support.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags addresses that are not of the form host:port.
 *
 * <p>Source: {@code split_host_port} of {@code patroni/utils.py} splits at the last colon; {@code
 * RestApiServer} raises a ValueError without a port; {@code AbstractEtcdClientWithFailover} puts
 * the scheme before each host itself.
 */
public final class InvalidAddress implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/invalid-address",
          Severity.ERROR,
          "An address is not of the form that Patroni reads");

  private static final Set<String> FORMS = Set.of("host:port", "hosts:port", "host[:port]");

  private static final Set<String> LISTS =
      Set.of("etcd.hosts", "etcd3.hosts", "raft.partner_addrs", "zookeeper.hosts");

  /** Without a port Patroni does not start, or cannot reach the others. */
  private static final Set<String> NEED_PORT =
      Set.of("restapi.listen", "raft.self_addr", "raft.bind_addr", "raft.partner_addrs");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (Known known : KeyWalk.of(node).known()) {
      if (known.key().allowed().form().equals("ip")) {
        checkItem(known.pattern(), known.setting(), findings);
      } else if (FORMS.contains(known.key().allowed().form())) {
        check(known.pattern(), known.setting(), findings);
      } else if (LISTS.contains(known.pattern())) {
        if (known.setting().isSequence()
            && known.setting().children().isEmpty()
            && !known.pattern().equals("raft.partner_addrs")) {
          findings.add(
              Finding.at(known.setting().location()).path(known.setting().path()),
              known.setting().path() + " is empty: there is no host to ask.");
        }
        known.setting().children().forEach(item -> checkItem(known.pattern(), item, findings));
        if (known.setting().isString()) {
          checkItem(known.pattern(), known.setting(), findings);
        }
      }
    }
  }

  private static void checkItem(String key, ConfigNode item, Findings findings) {
    if (item.isString() && item.text().orElse("").isBlank()) {
      findings.add(
          Finding.at(item.location()).path(item.path()),
          item.path() + " is empty: there is no host of this name.");
    } else {
      check(key, item, findings);
    }
  }

  private static void check(String key, ConfigNode setting, Findings findings) {
    String text = setting.text().orElse("").strip();
    if (!setting.isString() || text.isEmpty() || Templates.unrendered(text)) {
      return;
    }
    boolean listen = key.endsWith("listen") || key.endsWith("bind_addr");
    boolean several = LISTS.contains(key) && setting.isString();
    List<String> parts = new ArrayList<>();
    for (String part : several ? text.split(",", -1) : new String[] {text}) {
      parts.add(part.strip());
    }
    if (key.equals("restapi.connect_address") && Address.of(text).port() == null) {
      findings.add(
          Finding.at(setting.location()).path(setting.path()).severity(Severity.WARNING),
          text
              + " in "
              + setting.path()
              + " has no port: the other members ask it at the port of http or https.");
      return;
    }
    for (String part : parts) {
      Optional<String> problem = problem(key, part, listen);
      if (problem.isPresent()) {
        findings.add(
            Finding.at(setting.location()).path(setting.path()),
            part + " in " + setting.path() + " " + problem.get());
        return;
      }
    }
  }

  private static Optional<String> problem(String key, String text, boolean listen) {
    if (text.contains("://")) {
      return Optional.of(
          "has a scheme in front: Patroni expects a host and a port here, and builds an address"
              + " that does not work.");
    }
    if (text.startsWith(":") && !text.startsWith("::") && (!listen || text.indexOf(':', 1) > 0)) {
      return Optional.of("starts with a colon: there is no host of this name.");
    }
    if (text.contains("/") || text.contains("@") || (text.contains(" ") && !listen)) {
      return Optional.of("is no host with a port.");
    }
    if (key.equals("kubernetes.pod_ip")) {
      boolean figures = Networks.isNumeric(text) || isIpv6(text);
      return figures && Networks.isValid(text)
          ? Optional.empty()
          : Optional.of("is no IP address: the Kubernetes API refuses it in Endpoints.");
    }
    Address address = Address.of(text);
    if (address.port() == null) {
      return NEED_PORT.contains(key)
          ? Optional.of("has no port; Patroni does not start without it.")
          : Optional.empty();
    }
    boolean ipv6 = address.host().contains(":") && !text.contains("[");
    if (address.hasValidPort() || (ipv6 && isDigits(address.port()))) {
      return Optional.empty();
    }
    return Optional.of(
        "has no valid port: " + address.port() + " is no number between 1 and 65535.");
  }

  private static boolean isIpv6(String text) {
    boolean hex = text.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0);
    int colons = (int) text.chars().filter(c -> c == ':').count();
    return hex && (text.contains("::") ? colons <= 8 : colons == 7);
  }

  /** The last group of an IPv6 address without brackets, which Patroni takes for the port. */
  private static boolean isDigits(String group) {
    return !group.isEmpty() && group.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
