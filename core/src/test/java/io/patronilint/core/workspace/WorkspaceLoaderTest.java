package io.patronilint.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.text.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLoaderTest {

  private static final String NODE =
      """
      scope: shop
      name: NAME
      restapi: {listen: 10.0.0.1:8008}
      postgresql:
        data_dir: /var/lib/postgresql/16/shop
        bin_dir: /usr/lib/postgresql/16/bin
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private WorkspaceLoader loader(Path... paths) {
    return WorkspaceLoader.builder().base(folder).paths(List.of(paths));
  }

  private static List<String> kinds(Workspace workspace) {
    return workspace.files().stream().map(f -> f.path() + " " + f.kind().label()).toList();
  }

  @Test
  void recognisesEveryKindOfFileByNameAndContent() throws IOException {
    write("etc/node1.yml", NODE.replace("NAME", "n1"));
    write("etc/dynamic.yml", "ttl: 30\nloop_wait: 10\n");
    write("etc/pgbackrest.conf", "[global]\n");
    write("etc/patroni.env", "PATRONI_NAME=n1\n");
    write("etc/other.yml", "apiVersion: v1\nkind: ConfigMap\n");
    write("etc/notes.txt", "scope: shop\n");
    write("data/PG_VERSION", "16\n");
    write("data/postgresql.auto.conf", "work_mem = '1MB'\n");
    write("data/base/1/1234", "");
    assertThat(kinds(loader(folder).load()))
        .containsExactly(
            "data/PG_VERSION pg-version",
            "data/postgresql.auto.conf auto-conf",
            "etc/dynamic.yml dynamic",
            "etc/node1.yml patroni",
            "etc/patroni.env environment",
            "etc/pgbackrest.conf pgbackrest");
  }

  @Test
  void companionsBelongToTheNearestConfigurationAbove() throws IOException {
    write("a/patroni.yml", NODE.replace("NAME", "a1"));
    write("a/dynamic.yml", "ttl: 31\nloop_wait: 10\n");
    write("a/pgdata/PG_VERSION", "15\n");
    write("b/patroni.yml", NODE.replace("NAME", "b1").replace("shop", "bank"));
    write("b/pgbackrest.conf", "[bank]\npg1-path=/x\n");
    List<Node> nodes = loader(folder).load().nodes();
    assertThat(nodes).extracting(Node::name).containsExactly("a1", "b1");
    assertThat(nodes.get(0).dynamic()).isNotNull();
    assertThat(nodes.get(0).dataDirectory()).isNotNull();
    assertThat(nodes.get(0).pgbackrest()).isNull();
    assertThat(nodes.get(1).dynamic()).isNull();
    assertThat(nodes.get(1).dataDirectory()).isNull();
    assertThat(nodes.get(1).pgbackrest()).isNotNull();
  }

  @Test
  void membersOfOneScopeFormACluster() throws IOException {
    write("n1.yml", NODE.replace("NAME", "n1"));
    write("n2.yml", NODE.replace("NAME", "n2"));
    write("other/patroni.yml", NODE.replace("NAME", "n1") + "namespace: /test/\n");
    List<Cluster> clusters = loader(folder).load().clusters();
    assertThat(clusters).extracting(c -> c.nodes().size()).containsExactly(2, 1);
  }

  @Test
  void fragmentsAreMergedInTheirOrder() throws IOException {
    write("conf.d/10-base.yml", NODE.replace("NAME", "n1") + "tags: {nosync: true}\n");
    write(
        "conf.d/20-more.yml",
        "restapi: {connect_address: 10.0.0.1:8008}\nbootstrap: {method: x}\n");
    List<Node> nodes = loader(folder).load().nodes();
    assertThat(nodes).hasSize(1);
    assertThat(nodes.get(0).local().at("restapi", "listen")).isPresent();
    ConfigNode address = nodes.get(0).local().at("restapi", "connect_address").orElseThrow();
    assertThat(address.file().path()).isEqualTo("conf.d/20-more.yml");
  }

  @Test
  void fragmentsOfRestoreInitCountWherePatroniReadsThemOrAPersonNamesThem() throws IOException {
    String fragment = RestoreMark.WORDS + " restores demo\nbootstrap: {method: x}\n";
    Path node = write("etc/node1.yml", NODE.replace("NAME", "n1") + "bootstrap: {dcs: {}}\n");
    Path beside = write("etc/restore-prod.yml", fragment + "postgresql: {data_dir: /x}\n");
    Path away = write("repo/restore-test.yml", fragment + "postgresql: {bin_dir: /y}\n");
    assertThat(methods(loader(folder))).containsExactly("n1 -");
    assertThat(methods(loader(node, beside))).containsExactly("n1 x");
    assertThat(methods(loader(node, away))).containsExactly("n1 x");
    assertThat(methods(loader(away))).containsExactly("repo/restore-test.yml x");

    Path other = write("etc/node2.yml", NODE.replace("NAME", "n2").replace("shop", "bank"));
    assertThat(methods(loader(node, other, beside))).containsExactly("n1 x", "n2 x");
    assertThat(methods(loader(node, other, away)))
        .containsExactly("n1 -", "n2 -", "repo/restore-test.yml x");

    write("conf.d/10-node.yml", NODE.replace("NAME", "n3"));
    write("conf.d/20-restore.yml", fragment + "postgresql: {data_dir: /x}\n");
    assertThat(methods(loader(folder.resolve("conf.d")))).containsExactly("n3 x");
    Files.delete(folder.resolve("conf.d/20-restore.yml"));
    write("conf.d/20-more.yml", "postgresql: {data_dir: /x}\n");
    assertThat(methods(loader(folder.resolve("conf.d")))).containsExactly("n3 -");
    assertThat(methods(loader(folder.resolve("conf.d"), away))).containsExactly("n3 x");
  }

  private static List<String> methods(WorkspaceLoader loader) {
    return loader.load().nodes().stream()
        .map(
            n ->
                n.name()
                    + " "
                    + n.local().at("bootstrap", "method").flatMap(ConfigNode::text).orElse("-"))
        .toList();
  }

  @Test
  void environmentCompletesAFile() throws IOException {
    write("patroni.yml", "bootstrap: {dcs: {ttl: 30}}\npostgresql: {data_dir: /x}\n");
    write("patroni.env", "export PATRONI_NAME='n9'\nPATRONI_SCOPE=shop\n");
    Workspace workspace = loader(folder).load();
    assertThat(workspace.nodes()).extracting(Node::name).containsExactly("n9");
    assertThat(workspace.clusters().get(0).scope()).isEqualTo("shop");
  }

  @Test
  void versionComesFromThePathOrTheDataDirectory() throws IOException {
    write("patroni.yml", NODE);
    Node node = loader(folder).load().nodes().get(0);
    assertThat(node.target().postgresql()).hasToString("16");
    assertThat(node.inferredFrom()).isEqualTo("postgresql.bin_dir");
    write("pgdata/PG_VERSION", "15\n");
    Node restored = loader(folder).load().nodes().get(0);
    assertThat(restored.target().postgresql()).hasToString("15");
    assertThat(restored.inferredFrom()).isEqualTo("pgdata/PG_VERSION");
  }

  @Test
  void ignoredFilesAreNotRead() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    write(".gitignore", "old/\n*.bak.yml\n");
    write("patroni.yml", NODE);
    write("patroni.bak.yml", NODE);
    write("old/patroni.yml", NODE);
    assertThat(kinds(loader(folder).load())).containsExactly("patroni.yml patroni");
  }

  @Test
  void explicitCompanionsWinOverThoseFound() throws IOException {
    Path config = write("patroni.yml", NODE);
    Path dynamic = write("somewhere/config.json", "{\"ttl\": 40}");
    Path data = write("restored/PG_VERSION", "14").getParent();
    Path autoConf = write("saved.conf", "work_mem = 1\n");
    Node node =
        loader(config)
            .dynamicConfig(dynamic)
            .dataDir(data)
            .autoConf(autoConf)
            .load()
            .nodes()
            .get(0);
    assertThat(node.dynamic()).isNotNull();
    assertThat(node.autoConf().orElseThrow().path()).isEqualTo("saved.conf");
    assertThat(node.target().postgresql()).hasToString("14");
  }

  @Test
  void everyUnreadableFileIsOneProblemAndTheOthersAreRead() throws IOException {
    Path good = write("patroni.yml", NODE);
    Path latin = folder.resolve("latin.yml");
    Files.write(latin, "scope: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Path binary = folder.resolve("binary.yml");
    Files.write(binary, new byte[] {'a', ':', ' ', 0, 1});
    Path dangling = Files.createSymbolicLink(folder.resolve("link.yml"), Path.of("nowhere"));
    Path missing = folder.resolve("missing.yml");
    Path huge = folder.resolve("huge.yml");
    try (SeekableByteChannel channel =
        Files.newByteChannel(huge, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
      channel.position(100L * 1024 * 1024).write(ByteBuffer.wrap(new byte[] {'x'}));
    }
    Workspace workspace = loader(good, latin, binary, dangling, missing, huge).load();
    assertThat(workspace.nodes()).isNotEmpty();
    for (SourceFile file : workspace.files()) {
      int expected = file.path().equals("patroni.yml") ? 0 : 1;
      assertThat(file.problems()).as(file.path()).hasSize(expected);
    }
    SourceFile latinFile = file(workspace, "latin.yml");
    assertThat(latinFile.problems().get(0).span()).isEqualTo(Span.at(10));
    assertThat(latinFile.problems().get(0).message()).contains("0xe9");
  }

  @Test
  void postgresqlFilesNeedNotBeUtf8() throws IOException {
    Path file = folder.resolve("postgresql.auto.conf");
    byte[] bytes = "# caf\u00e9\nwork_mem = 1\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes);
    SourceFile read = loader(file).load().files().get(0);
    assertThat(read.problems()).isEmpty();
    assertThat(read.text().text().getBytes(read.charset())).isEqualTo(bytes);
  }

  @Test
  void editsAreMadeInMemory() throws IOException {
    write("patroni.yml", NODE);
    write("pgdata/PG_VERSION", "16\n");
    write("pgdata/recovery.signal", "");
    Workspace workspace = loader(folder).load();
    SourceFile config = file(workspace, "patroni.yml");
    SourceFile signal = file(workspace, "pgdata/recovery.signal");
    Workspace edited =
        workspace.apply(
            List.of(
                new FileEdit.Replace(config, new Span(7, 11), "bank"),
                new FileEdit.Delete(signal),
                new FileEdit.Create("pgdata/standby.signal", "")));
    assertThat(edited.clusters().get(0).scope()).isEqualTo("bank");
    DataDirectory data = edited.nodes().get(0).dataDirectory();
    assertThat(data).isNotNull();
    assertThat(data.names()).contains("standby.signal").doesNotContain("recovery.signal");
    assertThat(Files.readString(folder.resolve("patroni.yml"))).isEqualTo(NODE);
  }

  private static SourceFile file(Workspace workspace, String path) {
    return workspace.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
  }
}
