package io.patronilint.rules.restore;

import static io.patronilint.rules.restore.FragmentSamples.TIME;
import static io.patronilint.rules.restore.FragmentSamples.barman;
import static io.patronilint.rules.restore.FragmentSamples.configuration;
import static io.patronilint.rules.restore.FragmentSamples.refuses;
import static io.patronilint.rules.restore.FragmentSamples.request;
import static io.patronilint.rules.restore.FragmentSamples.stanza;
import static io.patronilint.rules.restore.FragmentSamples.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Values that a person adds, and those that are refused. */
class FragmentValuesTest {

  @Test
  void valuesAreAskedForWhereNoFileSaysThem() {
    FragmentValues none = FragmentValues.none();
    refuses("--stanza is needed: no file says it", BackupTool.PGBACKREST, none);
    refuses(
        "--stanza is needed: pgbackrest.conf has a, b",
        BackupTool.PGBACKREST,
        none,
        "pgbackrest.conf",
        "[a]\npg1-path=/a\n[b]\npg1-path=/b\n");
    refuses("postgresql.data_dir is needed", BackupTool.WAL_G, none);
    refuses("--server is needed", BackupTool.BARMAN, none);
    refuses("--barman-host is needed", BackupTool.BARMAN, barman("main", null, "/a", "10.0.0.1"));
    refuses("data_dir is needed", BackupTool.BARMAN, barman("main", "vault", "a", "10.0.0.1"));
    refuses("--address is needed", BackupTool.BARMAN, barman("main", "vault", "/a", null));
    refuses("--server goes with Barman only", BackupTool.WAL_G, barman("main", null, null, null));
    refuses("--stanza takes a name, not 'a b'", BackupTool.PGBACKREST, stanza("a b"));
  }

  @Test
  void filesAndValuesMustNotContradict() {
    String wal = configuration(BackupTool.WAL_G);
    String pg = configuration(BackupTool.PGBACKREST);
    refuses(
        "fetched with WAL-G, not with pgBackRest",
        BackupTool.PGBACKREST,
        stanza("demo"),
        "patroni.yml",
        wal);
    refuses(
        "--stanza 'b': the files say 'demo'",
        BackupTool.PGBACKREST,
        stanza("b"),
        "patroni.yml",
        pg);
    refuses(
        "2 clusters; name those of one of them: demo, shop",
        BackupTool.PGBACKREST,
        FragmentValues.none(),
        "a.yml",
        pg,
        "b.yml",
        pg.replace("scope: demo", "scope: shop"));
    refuses(
        "cannot be read as YAML",
        BackupTool.PGBACKREST,
        FragmentValues.none(),
        "patroni.yml",
        pg + "\t- [");
  }

  @Test
  void valuesStandInForFiles() {
    RestoreFragment fragment =
        RestoreFragment.of(
            workspace(), request(BackupTool.PGBACKREST, "latest", null, stanza("demo")));
    assertThat(fragment.check()).isEqualTo("patroni-lint check patroni.yml restore-prod.yml");
    assertThat(fragment.text())
        .contains("restores a cluster with pgBackRest")
        .contains("command: pgbackrest --stanza=demo restore\n")
        .contains("patronictl -c patroni.yml remove SCOPE");
    String text =
        RestoreFragment.of(
                workspace(),
                request(
                    BackupTool.BARMAN,
                    "latest",
                    null,
                    barman("main", "me@vault", "/srv/x", "10.0.0.1")))
            .text();
    assertThat(text)
        .contains("'\\''ssh postgres@10.0.0.1'\\'' main latest /srv/x'")
        .contains("restore_command: barman-wal-restore -U me vault main %f %p");
    assertThat(
            RestoreFragment.of(
                    workspace("pgbackrest.conf", "[only]\npg1-path=/a\n"),
                    request(BackupTool.PGBACKREST, "latest", null))
                .repository())
        .isEqualTo("stanza only");
  }

  @Test
  void walGAndBarmanNeedTheBackupForATarget() {
    Workspace workspace = workspace("patroni.yml", configuration(BackupTool.WAL_G));
    assertThatThrownBy(() -> RestoreFragment.of(workspace, request(BackupTool.WAL_G, TIME, null)))
        .isInstanceOf(FragmentException.class)
        .hasMessageStartingWith("--backup is needed: WAL-G does not choose one");
  }

  @Test
  void aSecretIsNotWrittenDown() {
    String secret =
        configuration(BackupTool.WAL_G)
            .replace("envdir /etc/wal-g wal-g", "wal-g --aws-secret-access-key=tell3me");
    refuses(
        "a command would hold a secret",
        BackupTool.WAL_G,
        FragmentValues.none(),
        "patroni.yml",
        secret);
  }
}
