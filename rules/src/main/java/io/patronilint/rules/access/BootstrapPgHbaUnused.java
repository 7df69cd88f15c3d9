package io.patronilint.rules.access;

import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.StandbyClusters;
import io.patronilint.rules.support.YamlFix;
import java.util.List;
import java.util.Optional;

/**
 * Flags {@code bootstrap.pg_hba} that Patroni does not use.
 *
 * <p>Source: {@code ConfigHandler.append_pg_hba}, called from {@code Bootstrap} for a new cluster
 * only, and then only if neither {@code hba_file} nor {@code postgresql.pg_hba} is set.
 */
public final class BootstrapPgHbaUnused implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "access/bootstrap-pg-hba-unused",
          Severity.ERROR,
          "Patroni does not use bootstrap.pg_hba",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode lines =
        node.local().at("bootstrap", "pg_hba").filter(ConfigNode::truthy).orElse(null);
    if (lines == null) {
      return;
    }
    Optional<Value> other = EffectiveConfig.of(node).at("postgresql", "pg_hba");
    Optional<ConfigNode> standby = StandbyClusters.of(node);
    if (other.filter(Value::truthy).isPresent()) {
      Finding.Builder finding =
          Finding.at(lines.keyLocation()).path(lines.path()).severity(Severity.INFO);
      other.get().origin().place().ifPresent(p -> finding.related(p, "what Patroni writes"));
      findings.add(
          finding, "Patroni writes postgresql.pg_hba and does not use bootstrap.pg_hba beside it.");
    } else if (standby.isPresent()) {
      Finding.Builder finding =
          Finding.at(lines.keyLocation())
              .path(lines.path())
              .related(standby.get().keyLocation(), "makes it a standby cluster");
      YamlFix.of(
              YamlEditor.move(lines.file(), lines.keys(), List.of("postgresql", "pg_hba")),
              "move-to-postgresql",
              "Move pg_hba to the section postgresql",
              Safety.UNSAFE)
          .ifPresent(finding::fix);
      findings.add(
          finding,
          "Patroni uses bootstrap.pg_hba only after it has made a new cluster. A standby cluster is"
              + " copied instead, so pg_hba.conf stays the one of the primary cluster.");
    }
  }
}
