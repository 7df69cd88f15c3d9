package io.patronilint.core.server;

import io.patronilint.schemas.guc.ControlledGucs;
import io.patronilint.schemas.guc.PatroniGucs;
import io.patronilint.schemas.guc.PatroniVersion;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of parameters.
 *
 * @param gucs Patroni's own tables
 * @param controlled the parameters that Patroni passes on the command line
 */
record Tables(PatroniGucs gucs, ControlledGucs controlled) {

  /** A release of Patroni that is newer than every other: its table knows most parameters. */
  private static final PatroniVersion NEWEST = new PatroniVersion(99, 0, 0);

  /** Returns the tables, which are read once. */
  static Tables load() {
    return Holder.TABLES;
  }

  private static final class Holder {
    static final Tables TABLES = new Tables(PatroniGucs.load(), ControlledGucs.load());
  }

  /**
   * Returns which parameters, by lower-case name, {@code postgres --describe-config} lists.
   *
   * <p>It leaves out what is not in the sample postgresql.conf: developer options and the like
   * ({@code describe-config} of PostgreSQL 15; those of 16 and 17 from their documentation).
   */
  Predicate<String> listed(ServerInput input) {
    return name ->
        !unlisted().contains(name)
            && (gucs.server(name, NEWEST, input.release()).isPresent()
                || gucs.recovery(name, NEWEST, input.release()).isPresent());
  }

  private static Set<String> unlisted() {
    return Set.of(
        "allow_in_place_tablespaces",
        "allow_system_table_mods",
        "application_name",
        "backtrace_functions",
        "config_file",
        "debug_discard_caches",
        "debug_io_direct",
        "debug_logical_replication_streaming",
        "debug_parallel_query",
        "force_parallel_mode",
        "ignore_checksum_failure",
        "ignore_invalid_pages",
        "ignore_system_indexes",
        "jit_debugging_support",
        "jit_dump_bitcode",
        "jit_expressions",
        "jit_profiling_support",
        "jit_tuple_deforming",
        "post_auth_delay",
        "pre_auth_delay",
        "remove_temp_files_after_crash",
        "send_abort_for_crash",
        "send_abort_for_kill",
        "trace_connection_negotiation",
        "trace_notify",
        "trace_recovery_messages",
        "trace_sort",
        "transaction_deferrable",
        "transaction_isolation",
        "transaction_read_only",
        "wal_consistency_checking",
        "zero_damaged_pages");
  }
}
