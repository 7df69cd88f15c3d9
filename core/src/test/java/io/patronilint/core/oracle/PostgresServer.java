package io.patronilint.core.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for one test class: on a Unix socket in a temporary folder, as user postgres
 * if the test runs as root.
 *
 * <p>Its configuration file is {@link #main()}; what the server makes of it can be asked without
 * ever being applied.
 */
public final class PostgresServer {

  private static final String SETTINGS =
      """
      select encode(convert_to(coalesce(sourcefile, ''), 'SQL_ASCII'), 'hex'), sourceline,
        coalesce(encode(convert_to(name, 'SQL_ASCII'), 'hex'), '-'),
        encode(convert_to(coalesce(setting, ''), 'SQL_ASCII'), 'hex'),
        encode(convert_to(coalesce(error, ''), 'SQL_ASCII'), 'hex')
      from pg_file_settings order by seqno
      """;

  private final Path folder;
  private int reloads;

  /**
   * A row of {@code pg_file_settings}.
   *
   * @param file the file
   * @param line the line as PostgreSQL counts it
   * @param name the parameter, empty for an error
   * @param value the value
   * @param error what is wrong, or empty
   */
  public record Row(String file, int line, String name, String value, String error) {}

  private PostgresServer(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder with the server's programs. */
  private static Path bin() {
    return Path.of(System.getProperty("patronilint.postgres.bin", "/usr/lib/postgresql/15/bin"));
  }

  /** Starts a server, or skips the tests if PostgreSQL 15 is not installed. */
  public static PostgresServer start() throws IOException, InterruptedException {
    Oracle.require(
        Files.isExecutable(bin().resolve("initdb")),
        "PostgreSQL 15 in " + bin() + " (or -Dpatronilint.postgres.bin=FOLDER)");
    PostgresServer server = new PostgresServer(Files.createTempDirectory("plpg"));
    server.init();
    return server;
  }

  private void init() throws IOException, InterruptedException {
    if (isRoot()) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    Files.writeString(main(), "");
    run(
        List.of("initdb", "-D", data(), "-A", "trust", "-U", "postgres", "-N", "-E", "SQL_ASCII"),
        List.of("--locale=C", "--no-instructions"));
    run(
        List.of("pg_ctl", "start", "-w", "-s", "-D", data(), "-l", log().toString(), "-o"),
        List.of(
            "-c config_file=%s -c listen_addresses='' -c unix_socket_directories=%s -c fsync=off"
                .formatted(main(), folder)));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** Returns the server's configuration file, which is empty at first. */
  public Path main() {
    return folder.resolve("main.conf");
  }

  /** Returns a folder that is removed with the server. */
  public Path folder() {
    return folder;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** Returns what the server finds in its configuration now. */
  public List<Row> settings() throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (String line : psql(SETTINGS).lines().toList()) {
      String[] fields = line.split(" ", -1);
      String name = fields[2].equals("-") ? "" : text(fields[2]);
      rows.add(
          new Row(
              text(fields[0]),
              fields[1].isEmpty() ? 0 : Integer.parseInt(fields[1]),
              name,
              text(fields[3]),
              text(fields[4])));
    }
    return rows;
  }

  /**
   * Has the server read its configuration, and returns what it logs until it has read all of it.
   * Bytes are given as characters.
   */
  public String reload() throws IOException, InterruptedException {
    long before = Files.size(log());
    reloads++;
    Path marker = folder.resolve("end-%d.conf".formatted(reloads));
    Files.writeString(marker, "=\n");
    String text = Files.readString(main());
    Files.writeString(main(), "%s\ninclude '%s'\n".formatted(text, marker));
    psql("select pg_reload_conf()");
    String end = marker + "\" line 1, near";
    for (int i = 0; i < 1000; i++) {
      String log = Files.readString(log(), StandardCharsets.ISO_8859_1).substring((int) before);
      if (log.contains(end)) {
        Files.writeString(main(), text);
        return log;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("PostgreSQL does not read its configuration");
  }

  private String psql(String sql) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                bin().resolve("psql").toString(),
                "-XAtq",
                "-F ",
                "-h",
                folder.toString(),
                "-U",
                "postgres",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                sql)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("psql failed");
    }
    return output;
  }

  private void run(List<String> program, List<String> more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin().resolve(program.get(0)).toString());
    command.addAll(program.subList(1, program.size()));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + command);
    }
  }

  private static String text(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Stops the server and removes its folder. */
  public void stop() throws IOException, InterruptedException {
    run(List.of("pg_ctl", "stop", "-s", "-m", "immediate", "-D", data()), List.of());
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
