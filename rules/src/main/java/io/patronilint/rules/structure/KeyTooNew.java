package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.KeyWalk;
import io.patronilint.rules.support.KeyWalk.Known;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Releases;
import java.util.List;

/**
 * Flags keys that the release which the node runs does not read yet.
 *
 * <p>Source: the table of keys, made from Patroni's source by release; {@code Config} keeps unknown
 * keys and nobody asks for them.
 */
public final class KeyTooNew implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/key-too-new",
          Severity.WARNING,
          "The release of Patroni that runs does not read the key yet");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    if (node.target().patroni() == null) {
      return;
    }
    List<Integer> version = KeyTables.version(node);
    String above = "";
    for (Known known : KeyWalk.of(node).known()) {
      PatroniKey key = known.key();
      String path = known.setting().path();
      Releases since = key.life().since();
      boolean below = !above.isEmpty() && path.startsWith(above + ".");
      if (since == null || since.unreleased() || known.isFree() || below) {
        continue;
      }
      if (!since.holdsFor(version)) {
        above = path;
        findings.add(
            Finding.at(known.setting().keyLocation()).path(path),
            "Patroni "
                + node.target().patroni()
                + " does not read "
                + path
                + ", which came with "
                + since
                + ": it has no effect there.");
      }
    }
  }
}
