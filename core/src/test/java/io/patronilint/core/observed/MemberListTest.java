package io.patronilint.core.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code patronictl-list} are what {@code patronictl} of these versions printed. */
class MemberListTest {

  private static final Path FILES = Path.of("src", "test", "resources", "patronictl-list");

  @ParameterizedTest
  @CsvSource({
    "2.1.0-pretty, 7286213526386229282, true",
    "2.1.0-topology, 7286213526386229282, true",
    "2.1.0-json, '', false",
    "3.0.2-pretty, '', true",
    "3.0.2-topology, '', true",
    "3.0.2-json, '', false",
    "3.3.2-pretty, 7286213526386229282, true",
    "3.3.2-topology, 7286213526386229282, true",
    "3.3.2-json, '', false",
    "4.1.4-pretty, 7286213526386229282, true",
    "4.1.4-topology, 7286213526386229282, true",
    "4.1.4-json, '', false"
  })
  void readsEveryForm(String name, String identifier, boolean paused) throws IOException {
    String text = Files.readString(FILES.resolve(name + ".txt"));
    SourceFile file = SourceFile.of("list.txt", FileKind.MEMBER_LIST, text);
    assertThat(MemberList.recognises(file)).isTrue();
    MemberList list = MemberList.of(file).orElseThrow();
    assertThat(list.cluster()).isEqualTo("demo");
    assertThat(list.systemIdentifier().orElse("")).isEqualTo(identifier);
    assertThat(list.paused()).isEqualTo(paused);
    assertThat(list.members())
        .extracting(ClusterMember::name, ClusterMember::leads, ClusterMember::running)
        .containsExactly(
            tuple("node1", true, true), tuple("node2", false, true), tuple("node3", false, false));
    assertThat(list.members()).extracting(ClusterMember::timeline).containsExactly(3, 3, 0);
    assertThat(list.otherLeader("node2")).get().extracting(ClusterMember::name).isEqualTo("node1");
    assertThat(list.otherLeader("node1")).isEmpty();
    assertThat(list.othersRunning("node1")).hasSize(1);
  }

  @Test
  void readsWhatIsLeftAfterTheDcsWasWiped() {
    MemberList list =
        read("+ Cluster: demo (uninitialized) +----+-----+\n| Member | Host | Role | State |\n");
    assertThat(list.uninitialised()).isTrue();
    assertThat(list.members()).isEmpty();
  }

  @Test
  void readsCitusAndTimeStamps() {
    MemberList list =
        read(
            """
            2026-11-25 22:00:00
            + Citus cluster: demo (group: 0, 7286213526386229282) -+
            | Group | Member | Host | Role | State | TL |
            +-------+--------+------+------+-------+----+
            | 0     | a      | h    | Leader | running | 12 |
            """);
    assertThat(list.cluster()).isEqualTo("demo");
    assertThat(list.systemIdentifier()).contains("7286213526386229282");
    assertThat(list.members()).extracting(ClusterMember::timeline).containsExactly(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+ Cluster: ", "+ Cluster: x (", "[", "[{\"Member\": 1}]", "- Member: a", "|||"})
  void survivesAnything(String text) {
    SourceFile file = SourceFile.of("list.txt", FileKind.MEMBER_LIST, text);
    assertThat(MemberList.of(file).map(MemberList::members).orElse(List.of())).isEmpty();
  }

  private static MemberList read(String text) {
    return MemberList.of(SourceFile.of("list.txt", FileKind.MEMBER_LIST, text)).orElseThrow();
  }
}
