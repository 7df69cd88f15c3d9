package io.patronilint.rules.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.Linter;
import io.patronilint.core.Target;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import io.patronilint.rules.StandardRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreFragmentTest {

  private static final String TIME = "2026-03-14 06:12:51+00";

  private static final String CONFIGURATION =
      """
      scope: demo
      name: node1
      restapi:
        listen: 10.0.0.1:8008
        connect_address: 10.0.0.1:8008
      etcd3:
        hosts: 10.0.0.9:2379
      bootstrap:
        dcs:
          postgresql:
            parameters:
              archive_mode: "on"
              archive_command: ARCHIVE
      postgresql:
        listen: 10.0.0.1:5432
        connect_address: 10.0.0.1:5432
        data_dir: /srv/pg/my demo
        authentication:
          superuser: {username: postgres, password: topsecret1}
          replication: {username: replicator, password: topsecret2}
        pg_hba:
        - local all all peer
        - hostssl all all 10.0.0.0/24 scram-sha-256
        - hostssl replication replicator 10.0.0.0/24 scram-sha-256
      """;

  private static String configuration(BackupTool tool) {
    return CONFIGURATION.replace(
        "ARCHIVE",
        switch (tool) {
          case PGBACKREST -> "pgbackrest --config=/etc/pgb.conf --stanza=demo archive-push \"%p\"";
          case WAL_G -> "envdir /etc/wal-g wal-g wal-push %p";
          case BARMAN -> "barman-wal-archive -U backup vault main %p";
        });
  }

  private static Workspace workspace(String... namesAndTexts) {
    WorkspaceLoader loader = WorkspaceLoader.builder();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      loader.text(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return loader.load();
  }

  private static FragmentRequest request(BackupTool tool, String target, @Nullable String backup) {
    return request(tool, target, backup, FragmentValues.none());
  }

  private static FragmentRequest request(
      BackupTool tool, String target, @Nullable String backup, FragmentValues values) {
    return new FragmentRequest(
        tool,
        "prod",
        RecoveryTarget.parse(target),
        null,
        backup,
        values,
        "restore-prod.yml",
        List.of("patroni-lint", "restore", "init"));
  }

  private static RestoreFragment fragment(BackupTool tool, String target) {
    String backup = tool == BackupTool.PGBACKREST || target.equals("latest") ? null : "base_01";
    return RestoreFragment.of(
        workspace("patroni.yml", configuration(tool)), request(tool, target, backup));
  }

  /** Returns what our own reader, which reads as PyYAML does, makes of a YAML text. */
  private static Object read(String text) {
    Workspace read = workspace("fragment.yml", text);
    ConfigNode root = ConfigTree.of(read.files().get(0)).root();
    assertThat(root).isNotNull();
    return value(root);
  }

  private static Object value(ConfigNode node) {
    if (node.isMapping()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.children().forEach(c -> map.put(c.key(), value(c)));
      return map;
    }
    if (node.isSequence()) {
      return node.children().stream().map(RestoreFragmentTest::value).toList();
    }
    return node.isString() ? node.text().orElse("") : node.text().orElse("").equals("True");
  }

  private static List<Finding> check(String patroni, Workspace workspace) {
    return Linter.builder()
        .rules(StandardRules.all())
        .target(Target.patroni(patroni).postgresql(16))
        .build()
        .lint(workspace)
        .findings()
        .stream()
        .filter(f -> f.severity() != Severity.INFO)
        .toList();
  }

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

  private static Object postgresql(String configuration) {
    return List.copyOf(
            RestoreFragment.of(
                    workspace("patroni.yml", configuration),
                    request(BackupTool.PGBACKREST, "latest", null))
                .entries()
                .values())
        .get(1);
  }

  private static FragmentValues stanza(String name) {
    return new FragmentValues(name, null, null, null, null, null);
  }

  private static FragmentValues barman(
      String server, @Nullable String host, @Nullable String data, @Nullable String address) {
    return new FragmentValues(null, server, host, null, data, address);
  }

  private static void refuses(
      String message, BackupTool tool, FragmentValues values, String... files) {
    List<String> all = new ArrayList<>(List.of(files));
    Workspace workspace = workspace(all.toArray(String[]::new));
    assertThatThrownBy(() -> RestoreFragment.of(workspace, request(tool, "latest", null, values)))
        .isInstanceOf(FragmentException.class)
        .hasMessageContaining(message);
  }
}
