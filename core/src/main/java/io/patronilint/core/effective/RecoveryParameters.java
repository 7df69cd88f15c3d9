package io.patronilint.core.effective;

import io.patronilint.core.Target;
import java.util.Locale;
import java.util.Set;

/**
 * Names that Patroni treats as recovery parameters: it moves them out of {@code
 * postgresql.parameters}, writes them itself and strips them from postgresql.auto.conf.
 *
 * <p>Source: {@code ConfigHandler._RECOVERY_PARAMETERS}; 16 names up to Patroni 1.6, since 2.0 the
 * keys of {@code recovery_parameters} in the validator's data, which are the 18 below.
 */
public final class RecoveryParameters {

  private static final Set<String> ALL =
      Set.of(
          "archive_cleanup_command",
          "pause_at_recovery_target",
          "primary_conninfo",
          "primary_slot_name",
          "promote_trigger_file",
          "recovery_end_command",
          "recovery_min_apply_delay",
          "recovery_target",
          "recovery_target_action",
          "recovery_target_inclusive",
          "recovery_target_lsn",
          "recovery_target_name",
          "recovery_target_time",
          "recovery_target_timeline",
          "recovery_target_xid",
          "restore_command",
          "standby_mode",
          "trigger_file");

  private static final Set<String> TARGETS =
      Set.of(
          "recovery_target",
          "recovery_target_lsn",
          "recovery_target_name",
          "recovery_target_time",
          "recovery_target_xid");

  private RecoveryParameters() {}

  /** Returns the names that every Patroni since 2.0 knows, in lower case. */
  public static Set<String> names() {
    return ALL;
  }

  /** Tells whether {@code name}, whose case does not matter, is a recovery parameter. */
  public static boolean contains(String name) {
    return ALL.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the names of the targets of which PostgreSQL accepts one at most. */
  public static Set<String> targets() {
    return TARGETS;
  }

  /**
   * Tells whether Patroni leaves {@code name} out when it copies {@code postgresql.recovery_conf}
   * to a follower ({@code ConfigHandler.build_recovery_params}, since 1.6.1).
   */
  public static boolean ignoredForFollowers(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("recovery_target")
        || lower.equals("primary_conninfo")
        || lower.equals("primary_slot_name")
        || lower.equals("standby_mode");
  }

  /**
   * Tells whether Patroni strips postgresql.auto.conf for {@code target}: recovery parameters live
   * there since PostgreSQL 12, and Patroni removes them since 1.6.0. Unknown versions count as
   * current ones.
   */
  public static boolean strippedFromAutoConf(Target target) {
    return !target.postgresqlBefore(12) && !target.patroniBefore(1, 6);
  }
}
