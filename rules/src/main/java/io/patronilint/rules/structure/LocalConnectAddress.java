package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Address;
import io.patronilint.rules.support.Templates;
import java.util.List;

/**
 * Flags addresses for the other members that lead each of them to itself.
 *
 * <p>Source: {@code Patroni} publishes {@code restapi.connect_address} and {@code
 * postgresql.connect_address} in the DCS ({@code Ha.touch_member}); the others use them as they
 * are.
 */
public final class LocalConnectAddress implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/local-connect-address",
          Severity.ERROR,
          "An address for the other members leads each of them to itself");

  private static final List<String[]> PUBLISHED =
      List.of(
          new String[] {"restapi", "connect_address"},
          new String[] {"postgresql", "connect_address"},
          new String[] {"postgresql", "proxy_address"},
          new String[] {"raft", "self_addr"});

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    for (String[] path : PUBLISHED) {
      ConfigNode setting = node.local().at(path).filter(ConfigNode::isString).orElse(null);
      String text = setting == null ? "" : setting.text().orElse("").strip();
      if (setting != null
          && !text.isEmpty()
          && !Templates.unrendered(text)
          && Address.of(text).isLocal()) {
        report(node, setting, text, findings);
      }
    }
  }

  private static void report(Node node, ConfigNode setting, String text, Findings findings) {
    boolean demo = isOnOneMachine(node) || listensLocally(node, setting);
    findings.add(
        Finding.at(setting.location())
            .path(setting.path())
            .severity(demo ? Severity.INFO : Severity.ERROR),
        "The other members and patronictl connect to "
            + text
            + ", the value of "
            + setting.path()
            + ", and so to themselves instead of this member"
            + (demo ? "; that is right only while all of them run on one machine." : "."));
  }

  /** A member that listens on the loopback alone is on the machine of all the others. */
  private static boolean listensLocally(Node node, ConfigNode setting) {
    String section = String.valueOf(setting.keys().get(0));
    return node.local().at(section, "listen").filter(LocalConnectAddress::isLoopback).isPresent();
  }

  /** Everything is on one machine where the DCS is asked at localhost; an agent may well be. */
  private static boolean isOnOneMachine(Node node) {
    for (String section : List.of("etcd", "etcd3", "zookeeper", "exhibitor")) {
      for (String key : List.of("host", "hosts", "url")) {
        ConfigNode value = node.local().at(section, key).orElse(null);
        if (value != null
            && (isLoopback(value)
                || value.children().stream().anyMatch(LocalConnectAddress::isLoopback))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLoopback(ConfigNode value) {
    String text = value.text().orElse("");
    int scheme = text.indexOf("://");
    return Address.of(scheme < 0 ? text : text.substring(scheme + 3)).isLoopback();
  }
}
