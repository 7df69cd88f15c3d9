package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.FragmentSamples.configuration;
import static io.patronilint.rules.restore.FragmentSamples.fragment;
import static io.patronilint.rules.restore.FragmentSamples.postgresql;
import static io.patronilint.rules.restore.FragmentSamples.read;
import static io.patronilint.rules.restore.FragmentSamples.request;
import static io.patronilint.rules.restore.FragmentSamples.stanza;
import static io.patronilint.rules.restore.FragmentSamples.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.workspace.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the files of the cluster have already. */
class FragmentOfFilesTest {

  @Test
  void whatIsThereAlreadyStays() {
    String there =
        configuration(BackupTool.PGBACKREST)
                .replace(
                    "bootstrap:\n",
                    """
                bootstrap:
                  method: restore
                  restore:
                    command: pgbackrest --stanza=demo restore
                    keep_existing_recovery_conf: true
                    no_params: true
                """)
            + """
              create_replica_methods: [fast, basebackup]
              fast:
                command: pgbackrest --stanza=demo --delta --type=standby restore
                keep_data: true
                no_params: true
            """;
    RestoreFragment fragment =
        RestoreFragment.of(
            workspace("patroni.yml", there), request(BackupTool.PGBACKREST, "latest", null));
    assertThat(fragment.entries()).containsOnlyKeys("postgresql");
    assertThat((Map<?, ?>) fragment.entries().get("postgresql")).hasSize(1);
    assertThat(fragment.text())
        .contains("bootstrap.method restores the latest state already")
        .contains("create_replica_methods has a method with pgBackRest already");
  }

  @Test
  void takenNamesAndOtherMethodsAreKept() {
    String other =
        configuration(BackupTool.PGBACKREST)
                .replace("bootstrap:\n", "bootstrap:\n  pgbackrest: {command: /opt/x.sh}\n")
            + "  create_replica_methods: [snapshot]\n  snapshot: {command: /opt/s.sh}\n"
            + "  pgbackrest: {command: /opt/y.sh}\n";
    Map<String, Object> entries =
        RestoreFragment.of(
                workspace("patroni.yml", other), request(BackupTool.PGBACKREST, "latest", null))
            .entries();
    assertThat(entries.get("bootstrap"))
        .hasFieldOrPropertyWithValue("method", "pgbackrest_restore");
    assertThat(entries.get("postgresql"))
        .hasFieldOrPropertyWithValue(
            "create_replica_methods", List.of("pgbackrest_restore", "snapshot"));
  }

  @Test
  void anOlderFragmentDoesNotCount() {
    RestoreFragment first = fragment(BackupTool.PGBACKREST, "latest");
    Workspace again =
        workspace(
            "conf.d/patroni.yml",
            configuration(BackupTool.PGBACKREST),
            "conf.d/restore-prod.yml",
            first.text());
    assertThat(RestoreFragment.of(again, request(BackupTool.PGBACKREST, "latest", null)).entries())
        .isEqualTo(first.entries());
  }

  @Test
  void settingsGoWherePatroniReadsThem() {
    String parameters =
        configuration(BackupTool.PGBACKREST)
            + "  parameters:\n    restore_command: pgbackrest --stanza=demo archive-get %f %p\n";
    assertThat(postgresql(parameters))
        .hasFieldOrPropertyWithValue(
            "parameters", Map.of("restore_command", "pgbackrest --stanza=demo archive-get %f %p"));
    String dynamic =
        configuration(BackupTool.PGBACKREST)
            .replace(
                "    postgresql:\n      parameters:",
                """
                    postgresql:
                      recovery_conf:
                        restore_command: pgbackrest --stanza=demo archive-get %f %p
                        recovery_min_apply_delay: 5min
                        recovery_target_time: '2026-01-01 00:00:00+00'
                      parameters:\
                """);
    assertThat(postgresql(dynamic))
        .hasFieldOrPropertyWithValue(
            "recovery_conf",
            Map.of(
                "restore_command",
                "pgbackrest --stanza=demo archive-get %f %p",
                "recovery_min_apply_delay",
                "5min"));
  }

  @Test
  void aScriptThatFetchesWalStays() {
    String script =
        configuration(BackupTool.PGBACKREST)
            + "  recovery_conf:\n    restore_command: /opt/fetch.sh %f %p\n";
    Map<String, Object> entries =
        RestoreFragment.of(
                workspace("patroni.yml", script),
                request(BackupTool.PGBACKREST, "latest", null, stanza("demo")))
            .entries();
    assertThat(entries.get("postgresql"))
        .hasFieldOrPropertyWithValue(
            "recovery_conf", Map.of("restore_command", "/opt/fetch.sh %f %p"));
    assertThat(entries.toString()).contains("command=pgbackrest --stanza=demo restore");
  }

  @Test
  void aConfigurationWithoutBootstrapGetsTheDcsSection() {
    String none =
        configuration(BackupTool.WAL_G)
                .replaceFirst("(?s)bootstrap:.*?\npostgresql:", "postgresql:")
            + "  recovery_conf:\n    restore_command: wal-g wal-fetch %f %p\n";
    RestoreFragment fragment =
        RestoreFragment.of(
            workspace("patroni.yml", none), request(BackupTool.WAL_G, "latest", null));
    assertThat(fragment.entries().get("bootstrap")).hasFieldOrPropertyWithValue("dcs", Map.of());
    assertThat(read(fragment.text())).isEqualTo(fragment.entries());
  }
}
