package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.patronilint.core.finding.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds: one clear message with its place, and the other files are checked. */
class BadInputTest {

  private static final String GOOD =
      "scope: demo\nname: a\npostgresql:\n  listen: 127.0.0.1:5432\n";

  /** Stands for the rules that find something in the good file. */
  private static final NeedleRule OTHER = NeedleRule.of("test/other", Severity.INFO, "demo");

  @TempDir Path folder;

  @BeforeEach
  void writeGoodFile() throws IOException {
    Files.writeString(folder.resolve("good.yml"), GOOD);
  }

  @Test
  void missing() {
    onlyFinding("bad.yml:1:1: error syntax/unreadable-file: The file does not exist.");
  }

  @Test
  void danglingLink() throws IOException {
    Files.createSymbolicLink(folder.resolve("bad.yml"), folder.resolve("nowhere"));
    onlyFinding("bad.yml:1:1: error syntax/unreadable-file: The file is a symbolic link to a file");
  }

  @Test
  void directoryInPlaceOfAFile() throws IOException {
    Files.createDirectory(folder.resolve("bad.conf"));
    CliRun.Result result = check("--auto-conf", "bad.conf", "good.yml");
    assertThat(result.out())
        .contains("bad.conf:1:1: error syntax/unreadable-file: The file is a directory");
    assertThat(result.out()).contains("good.yml:1:8: info test/other");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void notPermitted() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), GOOD);
    assumeFalse(!folder.resolve("bad.yml").toFile().setReadable(false), "a system without modes");
    assumeFalse(Files.isReadable(folder.resolve("bad.yml")), "root reads everything");
    onlyFinding("bad.yml:1:1: error syntax/unreadable-file: The file cannot be read: permission");
  }

  @Test
  void empty() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), "");
    onlyFinding("bad.yml:1:1: ");
  }

  @Test
  void binary() throws IOException {
    byte[] bytes = ("scope: x\n\0\1\2" + "\0".repeat(500)).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("bad.yml"), bytes);
    onlyFinding("bad.yml:2:1: error syntax/not-text: ");
  }

  @Test
  void notUtf8() throws IOException {
    byte[] bytes = "scope: x\nname: K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("bad.yml"), bytes);
    onlyFinding("bad.yml:2:8: error syntax/not-text: ");
  }

  @Test
  void huge() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("bad.yml").toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024);
    }
    onlyFinding("bad.yml:1:1: error syntax/unreadable-file: The file is 100 MB large");
  }

  @Test
  void longList() throws IOException {
    String list =
        "scope: x\npostgresql:\n  pg_hba:\n" + "  - host all all all md5\n".repeat(100_000);
    Files.writeString(folder.resolve("bad.yml"), list);
    assertThat(check("bad.yml", "good.yml").out()).contains("good.yml:1:8: info test/other");
  }

  @Test
  void deeplyNested() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), "scope: " + "[".repeat(100_000));
    onlyFinding("bad.yml:1:");
    Files.writeString(folder.resolve("bad.yml"), "scope: x\nk: " + "{a: ".repeat(50_000));
    onlyFinding("bad.yml:2:");
    StringBuilder block = new StringBuilder("scope: x\n");
    for (int i = 0; i < 3_000; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    Files.writeString(folder.resolve("bad.yml"), block);
    onlyFinding("bad.yml:");
  }

  @Test
  void twoDocuments() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), "scope: x\n---\nscope: y\n");
    onlyFinding("bad.yml:2:1: error syntax/several-documents: ");
  }

  @Test
  void template() throws IOException {
    Files.writeString(
        folder.resolve("bad.yml"), "scope: {{ scope }}\npostgresql:\n  listen: {{ ip }}:5432\n");
    CliRun.Result result = check("bad.yml", "good.yml");
    assertThat(result.out().lines().filter(line -> line.startsWith("bad.yml")))
        .hasSize(1)
        .allMatch(line -> line.matches("bad.yml:1:\\d+: warning syntax/unrendered-template: .*"));
    assertThat(result.out()).contains("good.yml:1:8: info test/other");
  }

  @Test
  void cutAutoConf() throws IOException {
    Path data = Files.createDirectory(folder.resolve("pgdata"));
    Files.writeString(data.resolve("PG_VERSION"), "16\n");
    Files.writeString(
        data.resolve("postgresql.auto.conf"), "# x\nport = '5432'\nrestore_command = 'pgbackr");
    CliRun.Result result = check("good.yml", "pgdata");
    assertThat(result.out())
        .contains("pgdata/postgresql.auto.conf:3:")
        .contains("syntax/invalid-conf-line");
    assertThat(result.out()).contains("good.yml:1:8: info test/other");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void nothingIsEverWritten() throws IOException {
    Map<String, String> bad = new TreeMap<>();
    bad.put("two.yml", "scope: x\n---\nscope: y\n");
    bad.put("tab.yml", "scope: x\npostgresql:\n\tlisten: y\n");
    bad.put("cut.yml", "scope: x\npostgresql:\n  listen: \"y");
    bad.put("template.yml", "scope: {{ x }}\nscope: {{ x }}\npostgresql: {}\n");
    for (Map.Entry<String, String> entry : bad.entrySet()) {
      Files.writeString(folder.resolve(entry.getKey()), entry.getValue());
    }
    CliRun.Result result = CliRun.in(folder).run("fix", "--unsafe-fixes", ".", "missing.yml");
    assertThat(result.code()).isEqualTo(1);
    for (Map.Entry<String, String> entry : bad.entrySet()) {
      assertThat(folder.resolve(entry.getKey())).hasContent(entry.getValue());
    }
    assertThat(Files.exists(folder.resolve("missing.yml"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertNoStackTrace(result);
  }

  /** Checks that bad.yml gets one finding, that starts with {@code start}, and good.yml its own. */
  private void onlyFinding(String start) {
    CliRun.Result result = check("bad.yml", "good.yml");
    List<String> lines = result.out().lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("bad.yml")))
        .hasSize(1)
        .allMatch(line -> line.startsWith(start), "starts with " + start);
    assertThat(result.out()).contains("good.yml:1:8: info test/other");
    assertThat(result.code()).isEqualTo(1);
    assertNoStackTrace(result);
  }

  private CliRun.Result check(String... args) {
    List<String> all = new ArrayList<>(List.of("check", "--format", "concise"));
    all.addAll(List.of(args));
    return CliRun.in(folder).and(OTHER).run(all.toArray(String[]::new));
  }

  private static void assertNoStackTrace(CliRun.Result result) {
    assertThat(result.all()).doesNotContain("\tat ", "Exception", "internal error");
  }
}
