package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * What Patroni reads from the dynamic configuration itself and not from {@code Config}: {@code
 * GlobalConfig} of {@code patroni/global_config.py} (of {@code patroni/config.py} from 3.0.3 to
 * 3.2; before, {@code Cluster} and the effective configuration).
 */
public final class GlobalSettings {

  private final Release release;
  private final Mapping settings;
  private final Mapping effective;

  private GlobalSettings(Release release, Mapping settings, Mapping effective) {
    this.release = release;
    this.settings = settings;
    this.effective = effective;
  }

  /** Returns the settings that {@code node} runs with. */
  public static GlobalSettings of(Node node) {
    return of(EffectiveConfig.of(node));
  }

  /** Returns the settings of an effective configuration. */
  public static GlobalSettings of(EffectiveConfig config) {
    return new GlobalSettings(
        Release.of(config.node().target()), config.settings(), config.configuration());
  }

  /** Returns the setting as the dynamic configuration holds it. */
  public Optional<Value> get(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** Tells whether {@code parse_bool} takes the setting for true. */
  public boolean isOn(String name) {
    return get(name).flatMap(Python::parseBool).orElse(false);
  }

  /** Tells whether the cluster is in maintenance mode. */
  public boolean isPaused() {
    return isOn("pause");
  }

  /** Tells whether a replica on another timeline than the primary may not be promoted. */
  public boolean checksTimeline() {
    return isOn("check_timeline");
  }

  /** Tells whether {@code failsafe_mode} is on and the release has it. */
  public boolean isFailsafe() {
    return release.names("dynamic-only").contains("failsafe_mode") && isOn("failsafe_mode");
  }

  /** Tells whether quorum commit is asked for and the release has it. */
  public boolean isQuorumCommit() {
    return release.has(Behaviour.QUORUM_COMMIT)
        && get("synchronous_mode")
            .map(v -> Python.str(v).toLowerCase(Locale.ROOT).equals("quorum"))
            .orElse(false);
  }

  /** Tells whether replication is synchronous. */
  public boolean isSynchronous() {
    boolean applies =
        !(release.has(Behaviour.STANDBY_CLUSTER_IS_ASYNCHRONOUS) && isStandbyCluster());
    return applies && (isOn("synchronous_mode") || isQuorumCommit());
  }

  /** Tells whether a primary without synchronous standby stops taking writes. */
  public boolean isSynchronousStrict() {
    return isOn("synchronous_mode_strict");
  }

  /** Returns how many synchronous standbys are wanted. */
  public BigInteger synchronousNodeCount() {
    BigInteger least = isSynchronousStrict() ? BigInteger.ONE : BigInteger.ZERO;
    return number("synchronous_node_count", 1).max(least);
  }

  /** Returns how many bytes of WAL a replica may lack and still be promoted. */
  public BigInteger maximumLagOnFailover() {
    return number("maximum_lag_on_failover", 1048576);
  }

  /** Returns how many bytes a synchronous standby may lack; not positive for no limit. */
  public BigInteger maximumLagOnSyncnode() {
    return number("maximum_lag_on_syncnode", -1);
  }

  /** Returns the seconds that a primary has to recover; 0 for an immediate failover. */
  public BigInteger primaryStartTimeout() {
    return renamed("primary_start_timeout", "master_start_timeout", 300);
  }

  /** Returns the seconds that a primary has to stop; 0 for no limit. */
  public BigInteger primaryStopTimeout() {
    return renamed("primary_stop_timeout", "master_stop_timeout", 0);
  }

  /** Returns how many lines of the timeline history are kept; 0 for all. */
  public BigInteger maxTimelinesHistory() {
    return number("max_timelines_history", 0);
  }

  /** Returns the seconds for which the slots of absent members are kept. */
  public BigInteger memberSlotsTtl() {
    return get("member_slots_ttl").flatMap(v -> parse(v, "s")).orElse(BigInteger.valueOf(1800));
  }

  /** Returns {@code standby_cluster} as it is written, if it makes this a standby cluster. */
  public Optional<Mapping> standbyCluster() {
    return get("standby_cluster")
        .map(v -> v instanceof Mapping mapping ? mapping : null)
        .filter(m -> isSet(m, "host") || isSet(m, "port") || isSet(m, "restore_command"));
  }

  /** Tells whether this is a standby cluster. */
  public boolean isStandbyCluster() {
    return standbyCluster().isPresent();
  }

  /** Returns the permanent slots: the first of three names that holds anything. */
  public Optional<Value> permanentSlots() {
    return get("permanent_replication_slots")
        .filter(Value::truthy)
        .or(() -> get("permanent_slots").filter(Value::truthy))
        .or(() -> get("slots").filter(Value::truthy));
  }

  /** Returns the effective seconds of {@code ttl}, {@code loop_wait} or {@code retry_timeout}. */
  public BigInteger seconds(String name) {
    return effective.get(name) instanceof Value.Scalar scalar
            && scalar.value() instanceof ScalarValue.Int number
        ? number.value()
        : BigInteger.ZERO;
  }

  private static boolean isSet(Mapping mapping, String key) {
    Value value = mapping.get(key);
    return value != null && value.truthy();
  }

  private BigInteger renamed(String name, String oldName, long fallback) {
    boolean known = release.names("default").contains(name) || settings.has(name);
    return number(known ? name : oldName, fallback);
  }

  /** Releases before 3.0.3 hold these numbers in the effective configuration. */
  private BigInteger number(String name, long fallback) {
    boolean own = release.names("default").contains(name);
    Optional<Value> value = own ? Optional.ofNullable(effective.get(name)) : get(name);
    return value.flatMap(v -> parse(v, "")).orElse(BigInteger.valueOf(fallback));
  }

  private static Optional<BigInteger> parse(Value value, String unit) {
    try {
      return Python.parseInt(value, unit);
    } catch (PythonError e) {
      return Optional.empty();
    }
  }
}
