package io.patronilint.rules.restore;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Cluster;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that bring a cluster back from its backup.
 *
 * @param cluster the scope
 * @param member the member that is restored first
 * @param others the other members that are known
 * @param tool the backup tool for people; empty if it is not recognised
 * @param repository what its backups are filed under: stanza or server; may be empty
 * @param request what was asked for
 * @param dcs what is known of the cluster's keys in the DCS
 * @param route the way that is taken
 * @param open what has to be settled before the first step, a sentence or two each
 * @param steps the steps, in order
 */
public record RestorePlan(
    String cluster,
    String member,
    List<String> others,
    String tool,
    String repository,
    RestoreRequest request,
    DcsState dcs,
    Route route,
    List<String> open,
    List<PlanStep> steps) {

  /** How the data comes back. */
  public enum Route {
    /** A person restores the files; Patroni starts them as a standby, which recovers and leads. */
    IN_PLACE,
    /** Patroni restores the files by a custom bootstrap method. */
    CUSTOM_BOOTSTRAP;

    /** Returns the name used in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the lists. */
  public RestorePlan {
    others = List.copyOf(others);
    open = List.copyOf(open);
    steps = List.copyOf(steps);
  }

  /** Tells whether the steps can be followed as they stand. */
  public boolean ready() {
    return open.isEmpty();
  }

  /**
   * Makes a plan for each cluster of {@code workspace} that has the member asked for.
   *
   * @return no plan where there is no configuration of Patroni, or no member of that name
   */
  public static List<RestorePlan> of(Workspace workspace, RestoreRequest request) {
    List<RestorePlan> plans = new ArrayList<>();
    for (Cluster cluster : workspace.clusters()) {
      first(cluster, request.member())
          .ifPresent(node -> plans.add(of(Site.of(cluster, node), request)));
    }
    return plans;
  }

  /** Returns the member to restore first: {@code member}, or the first that may lead. */
  static Optional<Node> first(Cluster cluster, @Nullable String member) {
    List<Node> nodes =
        cluster.nodes().stream().filter(n -> member == null || n.name().equals(member)).toList();
    return nodes.stream()
        .filter(RestorePlan::mayLead)
        .findFirst()
        .or(() -> nodes.stream().findFirst());
  }

  /** Tells whether nothing forbids {@code node} to become primary ({@code Patroni.nofailover}). */
  static boolean mayLead(Node node) {
    boolean priority =
        node.local()
            .at("tags", "failover_priority")
            .flatMap(ConfigNode::text)
            .filter("0"::equals)
            .isPresent();
    return !priority && node.local().at("tags", "nofailover").filter(ConfigNode::truthy).isEmpty();
  }

  private static RestorePlan of(Site site, RestoreRequest request) {
    boolean inPlace =
        request.target().isLatest()
            && request.onto() == RestoreRequest.Onto.SAME
            && !site.backupsBringWal();
    OpenItems open = new OpenItems(site, request);
    Steps steps = new Steps(site, request);
    List<PlanStep> list =
        inPlace
            ? new InPlaceSteps(site, request, steps).list()
            : new BootstrapSteps(site, request, steps, open).list();
    ToolCommands tool = ToolCommands.of(site);
    return new RestorePlan(
        site.scope(),
        site.node().name(),
        site.others(),
        tool == null ? "" : tool.name(),
        tool == null ? "" : tool.program().repository(),
        request,
        site.dcs(),
        inPlace ? Route.IN_PLACE : Route.CUSTOM_BOOTSTRAP,
        open.list(),
        list);
  }
}
