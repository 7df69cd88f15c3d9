package io.patronilint.core;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.host.Host;
import io.patronilint.core.parallel.Workers;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules over a workspace. Thread-safe; holds no state but the rules.
 *
 * <pre>{@code
 * Linter linter = Linter.builder().rules(StandardRules.all()).build();
 * Report report = linter.lint(Workspace.of(Path.of("patroni.yml")));
 * }</pre>
 */
public final class Linter {

  private final List<Rule> rules;
  private final Target target;
  private final Workers workers;
  private final @Nullable Host host;

  private Linter(Builder builder) {
    this.rules = List.copyOf(builder.rules);
    this.target = builder.target;
    this.workers = builder.workers;
    this.host = builder.host;
  }

  /** Starts a linter without rules. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the rules it runs. */
  public List<Rule> rules() {
    return rules;
  }

  /** Runs every rule over {@code given}, for the linter's versions if it was given any. */
  public Report lint(Workspace given) {
    Workspace workspace = target.isUnknown() ? given : given.withTarget(target);
    List<Finding> found = new ArrayList<>();
    workers.map(workspace.files(), this::check).forEach(found::addAll);
    workers.map(workspace.clusters(), this::check).forEach(found::addAll);
    return new Report(this, workspace, inOrder(found));
  }

  /** Two findings at one place that say the same are one, whatever they offer. */
  private static List<Finding> inOrder(List<Finding> found) {
    TreeSet<Finding> sorted = new TreeSet<>(Linter::compare);
    sorted.addAll(found);
    return List.copyOf(sorted);
  }

  private static int compare(Finding a, Finding b) {
    int order = a.location().file().path().compareTo(b.location().file().path());
    if (order == 0) {
      order = Integer.compare(a.location().span().start(), b.location().span().start());
    }
    if (order == 0) {
      order = a.rule().compareTo(b.rule());
    }
    return order == 0 ? a.message().compareTo(b.message()) : order;
  }

  private List<Finding> check(SourceFile file) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : rules) {
      Findings findings = new Findings(rule.info());
      rule.checkFile(file, findings);
      found.addAll(findings.list());
    }
    return found;
  }

  private List<Finding> check(Cluster cluster) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : rules) {
      Findings findings = new Findings(rule.info());
      rule.checkCluster(cluster, findings);
      for (Node node : cluster.nodes()) {
        rule.checkNode(node, findings);
        if (host != null) {
          rule.checkHost(node, host, findings);
        }
      }
      found.addAll(findings.list());
    }
    return found;
  }

  /** Collects what a linter needs. */
  public static final class Builder {
    private final List<Rule> rules = new ArrayList<>();
    private Target target = Target.unknown();
    private Workers workers = Workers.all();
    private @Nullable Host host;

    private Builder() {}

    /** Adds rules. */
    public Builder rules(List<? extends Rule> more) {
      rules.addAll(more);
      return this;
    }

    /** Sets the versions to check for, instead of those that the workspace's files show. */
    public Builder target(Target versions) {
      this.target = versions;
      return this;
    }

    /**
     * Sets how many threads to use at most, instead of one a processor; the result is the same with
     * any number.
     */
    public Builder jobs(int threads) {
      this.workers = Workers.of(threads);
      return this;
    }

    /**
     * Lets rules look at the machine that Patroni is to run on. Without one they look at files
     * only, and those of the family {@code host} find nothing.
     */
    public Builder host(Host machine) {
      this.host = machine;
      return this;
    }

    /** Makes the linter. */
    public Linter build() {
      return new Linter(this);
    }
  }
}
