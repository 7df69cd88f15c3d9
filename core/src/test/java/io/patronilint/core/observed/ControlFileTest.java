package io.patronilint.core.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.preview.Outcome;
import io.patronilint.core.preview.Preview;
import io.patronilint.core.preview.Verdict;
import io.patronilint.core.workspace.DataDirectory;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {

  @Test
  void readsWhatEveryReleaseBeginsWith() {
    ControlFile file = ControlFile.read(early(ByteOrder.LITTLE_ENDIAN));
    assertThat(file.damage()).isNull();
    assertThat(file.text())
        .isEqualTo(
            """
            pg_control version number:            942
            Database system identifier:           16140901064495857664
            Database cluster state:               in production
            Latest checkpoint location:           1/A0000028
            Latest checkpoint's REDO location:    1/A0000010
            Latest checkpoint's REDO WAL file:    0000000700000001000000A0
            Latest checkpoint's TimeLineID:       7
            """);
    assertThat(ControlFile.read(early(ByteOrder.BIG_ENDIAN))).isEqualTo(file);
  }

  @Test
  void knowsNothingOfReleasesToCome() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[8192]).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(8, 2300);
    assertThat(ControlFile.read(bytes.array())).isEqualTo(new ControlFile("", null));
  }

  @Test
  void refusesZeros() {
    assertThat(ControlFile.read(new byte[8192]).damage())
        .isEqualTo(
            "The control file is damaged: no release of PostgreSQL writes what it begins with.");
  }

  @Test
  void goesBeforeWhatPgControldataPrintedOnce(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("global"));
    Files.writeString(folder.resolve("patroni.yml"), "scope: a\nname: b\nrestapi: {}\n");
    Files.writeString(data.resolve("PG_VERSION"), "9.4\n");
    Files.writeString(
        data.resolve("pg_controldata.txt"), "Database cluster state:               shut down\n");
    assertThat(state(folder)).isEqualTo("shut down");
    Files.write(data.resolve("global/pg_control"), early(ByteOrder.LITTLE_ENDIAN));
    assertThat(state(folder)).isEqualTo("in production");
  }

  @Test
  void nothingIsForetoldOfDamage(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("global"));
    Files.writeString(
        folder.resolve("patroni.yml"),
        """
        scope: a
        name: b
        restapi:
          listen: 10.1.1.2:8008
        etcd3:
          hosts: 10.1.1.1:2379
        postgresql:
          data_dir: /srv/a
          listen: 10.1.1.2:5432
          authentication:
            superuser: {username: postgres, password: p}
            replication: {username: replicator, password: p}
        """);
    Files.writeString(data.resolve("PG_VERSION"), "15\n");
    Files.write(data.resolve("global/pg_control"), new byte[20]);
    Verdict verdict = Preview.of(node(folder), Instant.EPOCH);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.evidence())
        .anyMatch(e -> e.text().equals("The control file is damaged: it ends after 20 bytes."));
  }

  private static String state(Path folder) {
    Node node = WorkspaceLoader.builder().base(folder).paths(List.of(folder)).load().nodes().get(0);
    DataDirectory directory = node.dataDirectory();
    assertThat(directory).isNotNull();
    assertThat(directory.files())
        .filteredOn(f -> f.kind() == FileKind.CONTROL_FILE)
        .allMatch(f -> f.path().equals("data/global/pg_control"));
    assertThat(node.controlData().flatMap(ControlData::state))
        .isEqualTo(Optional.ofNullable(directory.clusterState()));
    return String.valueOf(directory.clusterState());
  }

  private static Node node(Path folder) {
    return WorkspaceLoader.builder().base(folder).paths(List.of(folder)).load().nodes().get(0);
  }

  private static byte[] early(ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[8192]).order(order);
    bytes.putLong(0, 0xE000_0000_0000_0000L);
    bytes.putInt(8, 942);
    bytes.putInt(16, 6);
    bytes.putLong(32, 0x1_A000_0028L);
    bytes.putLong(48, 0x1_A000_0010L);
    bytes.putInt(56, 7);
    return bytes.array();
  }
}
