package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.cli.output.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaOptionTest {

  private static final String BLOCK =
      """
      scope: demo
      name: a
      postgresql:
        listen: 0.0.0.0:5432
        data_dir: /data
        authentication:
          superuser:
            password: sesame17
      """;

  private static final String SECRETS =
      """
      properties:
        postgresql:
          properties:
            authentication:
              properties:
                superuser: {properties: {password: SCHEMA}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("patroni.yml"), BLOCK);
  }

  /** The schema, the command and the lines of the page. */
  @Test
  void doesWhatThePageSays() throws IOException {
    List<String> page =
        Files.readAllLines(Path.of("..", "docs", "cli.md")).stream()
            .dropWhile(line -> !line.equals("## A schema of your own"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("    "))
            .map(line -> line.substring(4))
            .toList();
    int command = page.indexOf("}") + 1;
    Files.write(folder.resolve("house.json"), page.subList(0, command));
    String[] words = page.get(command).split(" ");
    CliRun.Result result =
        CliRun.in(folder)
            .rules()
            .run(List.of(words).subList(1, words.length).toArray(String[]::new));
    assertThat(result.out().lines())
        .startsWith(page.subList(command + 1, page.size()).toArray(String[]::new))
        .hasSize(4);
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void findsThePlaceInFlowStyle() throws IOException {
    Files.writeString(
        folder.resolve("patroni.yml"),
        """
        {scope: demo, name: a,
         tags: {nofailover: yes, "clone from": 1},
         postgresql: {pg_hba: [hostssl all all all md5,
           host all all all md5]}}
        """);
    String schema =
        """
        properties:
          tags: {additionalProperties: {type: boolean}, required: [zone]}
          postgresql: {properties: {pg_hba: {items: {pattern: ^hostssl}}}}
        """;
    assertThat(check(schema, "patroni.yml").out())
        .containsSubsequence(
            "patroni.yml:2:2: error team/schema: tags.zone is missing",
            "patroni.yml:2:40: error team/schema: tags.clone from is 1, but must be true or false",
            "patroni.yml:4:4: error team/schema: postgresql.pg_hba[1] is 'host all all all md5'");
  }

  @Test
  void seesFragmentsMerged() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("conf.d"));
    Files.writeString(parts.resolve("10.yml"), BLOCK);
    Files.writeString(parts.resolve("20.yml"), "postgresql:\n  listen: 10.0.0.1:5432\n  port: x\n");
    String schema =
        """
        required: [scope, name]
        properties:
          postgresql:
            required: [data_dir, listen, bin_dir]
            properties:
              listen: {pattern: ^10}
              data_dir: {const: /other}
              port: false
        """;
    assertThat(check(schema, "conf.d").out().lines())
        .containsExactly(
            "conf.d/10.yml:5:13: error team/schema: postgresql.data_dir is '/data', but must be"
                + " \"/other\" (schema house.yml).",
            "conf.d/20.yml:1:1: error team/schema: postgresql.bin_dir is missing (schema"
                + " house.yml).",
            "conf.d/20.yml:3:3: error team/schema: postgresql.port must not be set (schema"
                + " house.yml).");
  }

  @Test
  void fixReportsWhatRemains() throws IOException {
    Files.writeString(folder.resolve("house.yml"), "required: [tags]");
    CliRun.Result result = CliRun.in(folder).run("fix", "--schema", "house.yml", "patroni.yml");
    assertThat(result.out()).contains("error[team/schema]: tags is missing (schema house.yml).");
    assertThat(result.out()).doesNotContain("explain team/schema");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void isChosenLikeAnyRule() throws IOException {
    String schema = "required: [tags]";
    assertThat(check(schema, "--select", "team", "patroni.yml").code()).isEqualTo(1);
    assertThat(check(schema, "--ignore", "team/schema", "patroni.yml").code()).isZero();
    ReportSchema.accept(check(schema, "--format", "json", "patroni.yml").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: integer}",
        "{type: [integer, boolean]}",
        "{pattern: ^x}",
        "{format: ipv4}",
        "{format: date}",
        "{enum: [x, sesame17x]}",
        "{const: geheim}",
        "{not: {const: sesame17}}",
        "{not: {pattern: sesame}}",
        "{minLength: 20}",
        "{anyOf: [{const: geheim}, {pattern: ^x}]}",
        "{oneOf: [{const: geheim}, {enum: [sesame]}]}",
        "{allOf: [{const: geheim}, {pattern: ^x}]}",
        "{if: {const: sesame17}, then: false}",
        "false",
        "{maxLength: 2, pattern: ^x, enum: [geheim]}",
      })
  void showsNoSecret(String schema) throws IOException {
    for (String value : List.of("sesame17", "'sesame17'", "|-\n        sesame17", "[sesame17]")) {
      Files.writeString(folder.resolve("patroni.yml"), BLOCK.replace("sesame17", value));
      for (String format : List.of("text", "concise", "json")) {
        CliRun.Result result =
            check(SECRETS.replace("SCHEMA", schema), "--format", format, "patroni.yml");
        if (!value.startsWith("[")) {
          assertThat(result.out()).as(format).contains("team/schema");
        }
        assertThat(result.all()).as(format).doesNotContain("sesame", "geheim");
      }
    }
  }

  @Test
  void showsNoSecretInsideOtherValues() throws IOException {
    Files.writeString(
        folder.resolve("patroni.yml"),
        BLOCK + "  recovery_conf: {primary_conninfo: 'host=x password=kanarie'}\n");
    String schema = "{properties: {postgresql: {properties: {recovery_conf: {properties:";
    assertThat(check(schema + "{primary_conninfo: {pattern: ^postgres}}}}}}}", "patroni.yml").out())
        .contains("primary_conninfo must match the pattern ^postgres")
        .doesNotContain("kanarie");
  }

  @Test
  void leavesUnreadableConfigurationsToOtherRules() throws IOException {
    Files.writeString(folder.resolve("patroni.yml"), BLOCK + "tags: [");
    assertThat(check("required: [x]", "patroni.yml").out()).doesNotContain("team/schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "a: [",
        "{type: strin}",
        "{pattern: (}",
        "{$ref: '#'}",
        "{$ref: other.yml}",
        "{$ref: 'https://example.com/x'}",
        "{x-severity: bad}",
        "\0",
        "{a: &a [*a]}"
      })
  void badSchemasAreWrongUsage(String schema) throws IOException {
    CliRun.Result result = check(schema, "patroni.yml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.err()).startsWith("patroni-lint: --schema: the schema house.yml");
  }

  @Test
  void aMissingSchemaIsWrongUsage() {
    CliRun.Result result = CliRun.in(folder).run("check", "--schema", "no.json", "patroni.yml");
    assertThat(result.err())
        .startsWith("patroni-lint: --schema: the schema no.json does not exist");
    assertThat(result.code()).isEqualTo(2);
  }

  /** Building a schema costs more than a whole check, so nothing of it may be loaded without. */
  @Test
  void nothingOfSchemasIsLoadedWithout() throws Exception {
    ClassLoader loader = new WithoutSchemas(SchemaOptionTest.class.getClassLoader());
    Files.writeString(folder.resolve("house.json"), "{}");
    assertThat(codeOf(loader, "check", "--format", "json", "patroni.yml")).isZero();
    assertThat(codeOf(loader, "fix", "--diff", "patroni.yml")).isZero();
    assertThat(codeOf(loader, "check", "--schema", "house.json", "patroni.yml")).isEqualTo(-1);
  }

  /** Returns the exit code of a run with the classes of {@code loader}; -1 if one is missing. */
  private int codeOf(ClassLoader loader, String... args) throws Exception {
    Class<?> type = loader.loadClass(CliRun.class.getName());
    Object run = type.getMethod("in", Path.class).invoke(null, folder);
    try {
      Object result = type.getMethod("run", String[].class).invoke(run, (Object) args);
      return (int) result.getClass().getMethod("code").invoke(result);
    } catch (java.lang.reflect.InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(NoClassDefFoundError.class);
      return -1;
    }
  }

  private CliRun.Result check(String schema, String... args) throws IOException {
    Files.writeString(folder.resolve("house.yml"), schema);
    String[] all = new String[args.length + 6];
    List<String> head = List.of("check", "--schema", "house.yml", "--quiet", "--format", "concise");
    head.toArray(all);
    System.arraycopy(args, 0, all, head.size(), args.length);
    return CliRun.in(folder).run(all);
  }

  /** Loads our own classes anew, and finds no library for schemas. */
  private static final class WithoutSchemas extends ClassLoader {

    WithoutSchemas(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.everit.") || name.startsWith("org.json.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null || !name.startsWith("io.patronilint.")) {
          return known == null ? super.loadClass(name, resolve) : known;
        }
        byte[] bytes = bytes(name);
        return defineClass(name, bytes, 0, bytes.length);
      }
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
      try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
