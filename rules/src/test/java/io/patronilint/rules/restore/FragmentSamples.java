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

/** Configurations, requests and what is asked of fragments, for the tests of this package. */
final class FragmentSamples {

  static final String TIME = "2026-03-14 06:12:51+00";

  static final String CONFIGURATION =
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

  static String configuration(BackupTool tool) {
    return CONFIGURATION.replace(
        "ARCHIVE",
        switch (tool) {
          case PGBACKREST -> "pgbackrest --config=/etc/pgb.conf --stanza=demo archive-push \"%p\"";
          case WAL_G -> "envdir /etc/wal-g wal-g wal-push %p";
          case BARMAN -> "barman-wal-archive -U backup vault main %p";
        });
  }

  static Workspace workspace(String... namesAndTexts) {
    WorkspaceLoader loader = WorkspaceLoader.builder();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      loader.text(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return loader.load();
  }

  static FragmentRequest request(BackupTool tool, String target, @Nullable String backup) {
    return request(tool, target, backup, FragmentValues.none());
  }

  static FragmentRequest request(
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

  static RestoreFragment fragment(BackupTool tool, String target) {
    String backup = tool == BackupTool.PGBACKREST || target.equals("latest") ? null : "base_01";
    return RestoreFragment.of(
        workspace("patroni.yml", configuration(tool)), request(tool, target, backup));
  }

  /** Returns what our own reader, which reads as PyYAML does, makes of a YAML text. */
  static Object read(String text) {
    Workspace read = workspace("fragment.yml", text);
    ConfigNode root = ConfigTree.of(read.files().get(0)).root();
    assertThat(root).isNotNull();
    return value(root);
  }

  static Object value(ConfigNode node) {
    if (node.isMapping()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.children().forEach(c -> map.put(c.key(), value(c)));
      return map;
    }
    if (node.isSequence()) {
      return node.children().stream().map(FragmentSamples::value).toList();
    }
    return node.isString() ? node.text().orElse("") : node.text().orElse("").equals("True");
  }

  static List<Finding> check(String patroni, Workspace workspace) {
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

  static Object postgresql(String configuration) {
    return List.copyOf(
            RestoreFragment.of(
                    workspace("patroni.yml", configuration),
                    request(BackupTool.PGBACKREST, "latest", null))
                .entries()
                .values())
        .get(1);
  }

  static FragmentValues stanza(String name) {
    return new FragmentValues(name, null, null, null, null, null);
  }

  static FragmentValues barman(
      String server, @Nullable String host, @Nullable String data, @Nullable String address) {
    return new FragmentValues(null, server, host, null, data, address);
  }

  static void refuses(String message, BackupTool tool, FragmentValues values, String... files) {
    List<String> all = new ArrayList<>(List.of(files));
    Workspace workspace = workspace(all.toArray(String[]::new));
    assertThatThrownBy(() -> RestoreFragment.of(workspace, request(tool, "latest", null, values)))
        .isInstanceOf(FragmentException.class)
        .hasMessageContaining(message);
  }

  private FragmentSamples() {}
}
