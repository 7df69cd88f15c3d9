package io.patronilint.schemas.keys;

import java.util.Set;

/**
 * The names that tell what a file is, apart from the table because recognising a file must not cost
 * reading it. A test compares both.
 */
public final class RootKeys {

  private static final Set<String> DCS =
      Set.of("etcd", "etcd3", "consul", "zookeeper", "exhibitor", "kubernetes", "raft");

  private static final Set<String> LOCAL =
      Set.of(
          "scope",
          "name",
          "namespace",
          "thread_pool_size",
          "thread_stack_size",
          "retriable_http_codes",
          "log",
          "ctl",
          "restapi",
          "bootstrap",
          "citus",
          "watchdog",
          "tags");

  private static final Set<String> DYNAMIC =
      Set.of(
          "ttl",
          "loop_wait",
          "retry_timeout",
          "maximum_lag_on_failover",
          "maximum_lag_on_syncnode",
          "max_timelines_history",
          "primary_start_timeout",
          "primary_stop_timeout",
          "primary_race_backoff",
          "master_start_timeout",
          "master_stop_timeout",
          "synchronous_mode",
          "synchronous_mode_strict",
          "synchronous_node_count",
          "failsafe_mode",
          "check_timeline",
          "pause",
          "member_slots_ttl",
          "slots",
          "permanent_slots",
          "permanent_replication_slots",
          "ignore_slots",
          "standby_cluster");

  private static final Set<String> LOCAL_POSTGRESQL =
      Set.of(
          "listen",
          "connect_address",
          "proxy_address",
          "data_dir",
          "config_dir",
          "pgpass",
          "authentication");

  private RootKeys() {}

  /** Returns the sections of patroni.yml that say how the DCS is reached. */
  public static Set<String> dcsSections() {
    return DCS;
  }

  /** Returns the root keys that stand in patroni.yml only, without the sections of the DCS. */
  public static Set<String> local() {
    return LOCAL;
  }

  /** Returns the root keys that stand in the dynamic configuration only. */
  public static Set<String> dynamic() {
    return DYNAMIC;
  }

  /**
   * Returns the keys below {@code postgresql} that Patroni drops from the dynamic configuration.
   *
   * <p>Source: {@code Config._safe_copy_dynamic_configuration}.
   */
  public static Set<String> localPostgresql() {
    return LOCAL_POSTGRESQL;
  }
}
