package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.FragmentSamples.TIME;
import static io.patronilint.rules.restore.FragmentSamples.check;
import static io.patronilint.rules.restore.FragmentSamples.configuration;
import static io.patronilint.rules.restore.FragmentSamples.fragment;
import static io.patronilint.rules.restore.FragmentSamples.read;
import static io.patronilint.rules.restore.FragmentSamples.request;
import static io.patronilint.rules.restore.FragmentSamples.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fragment holds, and that it is right. */
class RestoreFragmentTest {

  @ParameterizedTest
  @CsvSource({
    "PGBACKREST, latest",
    "PGBACKREST, " + TIME,
    "PGBACKREST, xid=1234",
    "PGBACKREST, lsn=0/3000148",
    "WAL_G, latest",
    "WAL_G, " + TIME,
    "WAL_G, name=before: the 'change' #1",
    "BARMAN, latest",
    "BARMAN, " + TIME,
    "BARMAN, lsn=0/3000148"
  })
  void isYamlOfTheIntendedValuesThatCheckAccepts(BackupTool tool, String target) {
    RestoreFragment fragment = fragment(tool, target);
    assertThat(read(fragment.text())).isEqualTo(fragment.entries());
    for (String patroni : List.of("3.0", "4.1")) {
      String configuration = configuration(tool);
      Workspace folder =
          workspace("conf.d/patroni.yml", configuration, "conf.d/restore.yml", fragment.text());
      assertThat(folder.nodes()).hasSize(1);
      assertThat(folder.nodes().get(0).local().at("bootstrap", "method")).isPresent();
      assertThat(check(patroni, folder)).isEmpty();
      Workspace named = workspace("patroni.yml", configuration, "x/restore.yml", fragment.text());
      assertThat(named.nodes()).hasSize(1);
      assertThat(check(patroni, named)).isEmpty();
      assertThat(check(patroni, workspace("restore.yml", fragment.text()))).isEmpty();
    }
  }

  @Test
  void everyPlaceOfPgBackRest() {
    assertThat(fragment(BackupTool.PGBACKREST, TIME).entries())
        .isEqualTo(
            read(
                """
                bootstrap:
                  method: pgbackrest
                  pgbackrest:
                    command: pgbackrest --config=/etc/pgb.conf --stanza=demo --type=time '--target=2026-03-14
                      06:12:51+00:00' --target-action=promote restore
                    keep_existing_recovery_conf: true
                    no_params: true
                postgresql:
                  recovery_conf:
                    restore_command: pgbackrest --config=/etc/pgb.conf --stanza=demo archive-get %f "%p"
                  create_replica_methods: [pgbackrest, basebackup]
                  pgbackrest:
                    command: pgbackrest --config=/etc/pgb.conf --stanza=demo --delta --type=standby restore
                    keep_data: true
                    no_params: true
                """));
  }

  @Test
  void everyPlaceOfWalG() {
    assertThat(fragment(BackupTool.WAL_G, TIME).entries())
        .isEqualTo(
            read(
                """
                bootstrap:
                  method: wal_g
                  wal_g:
                    command: envdir /etc/wal-g wal-g backup-fetch '/srv/pg/my demo' base_01
                    no_params: true
                    recovery_conf:
                      restore_command: envdir /etc/wal-g wal-g wal-fetch "%f" "%p"
                      recovery_target_time: '2026-03-14 06:12:51+00:00'
                      recovery_target_timeline: latest
                      recovery_target_action: promote
                postgresql:
                  recovery_conf:
                    restore_command: envdir /etc/wal-g wal-g wal-fetch "%f" "%p"
                  create_replica_methods: [wal_g, basebackup]
                  wal_g:
                    command: envdir /etc/wal-g wal-g backup-fetch '/srv/pg/my demo' LATEST
                    no_params: true
                """));
  }

  @Test
  void barmanMakesNoReplicas() {
    RestoreFragment fragment = fragment(BackupTool.BARMAN, "latest");
    assertThat(fragment.entries().get("postgresql"))
        .isEqualTo(
            Map.of(
                "recovery_conf",
                Map.of("restore_command", "barman-wal-restore -U backup vault main %f %p")));
    assertThat(fragment.text())
        .contains("ssh backup@vault 'barman recover --get-wal --remote-ssh-command ")
        .contains("recovery_target_action: promote");
    assertThat(fragment.repository()).isEqualTo("server main of backup@vault");
  }

  @ParameterizedTest
  @CsvSource({"PGBACKREST", "WAL_G", "BARMAN"})
  void planSaysTheSame(BackupTool tool) {
    Workspace workspace = workspace("patroni.yml", configuration(tool));
    FragmentRequest request = request(tool, TIME, "base_01");
    RestorePlan plan = RestorePlan.of(workspace, request.restore()).get(0);
    PlanStep step =
        plan.steps().stream()
            .filter(s -> s.id().equals("set-bootstrap-method"))
            .findFirst()
            .orElseThrow();
    Map<?, ?> changed = (Map<?, ?>) read(String.valueOf(step.changes().get(0).after()));
    Map<?, ?> planned = new LinkedHashMap<>((Map<?, ?>) changed.get("bootstrap"));
    planned.remove("dcs");
    assertThat(RestoreFragment.of(workspace, request).entries().get("bootstrap"))
        .isEqualTo(planned);
  }

  @Test
  void commentsSayWhatHowAndWhen() {
    RestoreFragment fragment = fragment(BackupTool.PGBACKREST, TIME);
    assertThat(fragment.text())
        .startsWith(
            """
            # patroni-lint restore init: restores the cluster demo with pgBackRest
            # Review before use.
            #
            # environment: prod
            # backups:     stanza demo
            # restores:    2026-03-14 06:12:51+00:00
            # made by:     patroni-lint restore init
            """)
        .contains("#   patroni-lint check patroni.yml restore-prod.yml\n")
        .contains("#    patronictl -c patroni.yml remove demo\n")
        .contains("Read only while a cluster is made")
        .contains("5. Take bootstrap.method and its section out again: with the target in it")
        .doesNotContain("topsecret");
  }

  @Test
  void noLineOfACommentEndsTooEarly() {
    FragmentRequest usual = request(BackupTool.PGBACKREST, "latest", null);
    FragmentRequest request =
        new FragmentRequest(
            usual.tool(),
            usual.environment(),
            usual.target(),
            null,
            null,
            usual.values(),
            "a\nscope: evil",
            List.of("patroni-lint", "a\nb: c", "d\u2028e: f\u0085g: h\u0000"));
    String text =
        RestoreFragment.of(workspace("a.yml", configuration(BackupTool.PGBACKREST)), request)
            .text();
    assertThat(((Map<?, ?>) read(text)).keySet()).hasToString("[bootstrap, postgresql]");
  }
}
