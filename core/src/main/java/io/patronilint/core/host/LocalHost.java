package io.patronilint.core.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine that the linter runs on. Owners and modes need a POSIX file system. */
final class LocalHost implements Host {

  private static final int PERMISSIONS = 0_7777;

  private final Path base;
  private final Accounts accounts;
  private final @Nullable Account user;

  private LocalHost(Path base, Accounts accounts, @Nullable Account user) {
    this.base = base;
    this.accounts = accounts;
    this.user = user;
  }

  static LocalHost of(Path base, @Nullable String user) {
    Accounts accounts = new Accounts(Path.of("/etc/passwd"), Path.of("/etc/group"));
    return new LocalHost(base, accounts, user == null ? null : named(accounts, user));
  }

  private static Account named(Accounts accounts, String user) {
    int number = Accounts.number(user);
    return number >= 0
        ? accounts.find(number)
        : accounts
            .find(user)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "/etc/passwd has no user '" + user + "'; the number of one will do, too"));
  }

  @Override
  public HostFile file(String path) {
    try {
      Map<String, Object> found =
          Files.readAttributes(
              base.resolve(path), "unix:mode,uid,gid,owner,isDirectory,isRegularFile");
      return new HostFile(
          real(path),
          kind(Boolean.TRUE.equals(found.get("isDirectory")), found.get("isRegularFile")),
          number(found.get("mode")) & PERMISSIONS,
          number(found.get("uid")),
          number(found.get("gid")),
          String.valueOf(found.get("owner")));
    } catch (NoSuchFileException e) {
      return HostFile.of(path, HostFile.Kind.ABSENT);
    } catch (AccessDeniedException e) {
      return HostFile.of(path, HostFile.Kind.HIDDEN);
    } catch (FileSystemException e) {
      // A file where a directory should be; anything else, a loop of links for one, says nothing.
      boolean none = String.valueOf(e.getReason()).contains("Not a directory");
      return HostFile.of(path, none ? HostFile.Kind.ABSENT : HostFile.Kind.HIDDEN);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return HostFile.of(path, HostFile.Kind.HIDDEN);
    }
  }

  private String real(String path) throws IOException {
    try {
      return base.resolve(path).toRealPath().toString();
    } catch (AccessDeniedException e) {
      return path;
    }
  }

  private static HostFile.Kind kind(boolean directory, @Nullable Object regular) {
    if (directory) {
      return HostFile.Kind.DIRECTORY;
    }
    return Boolean.TRUE.equals(regular) ? HostFile.Kind.FILE : HostFile.Kind.OTHER;
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer number ? number : -1;
  }

  @Override
  public Optional<List<String>> names(String folder) {
    try (Stream<Path> files = Files.list(base.resolve(folder))) {
      List<String> names = new ArrayList<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      Collections.sort(names);
      return Optional.of(names);
    } catch (IOException | java.io.UncheckedIOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<InputStream> open(String path) {
    try {
      Path file = base.resolve(path);
      // A pipe would make us wait for somebody who writes.
      return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Account> user() {
    return Optional.ofNullable(user);
  }

  @Override
  public Optional<Account> current() {
    int uid = file("/proc/self").uid();
    return uid >= 0
        ? Optional.of(accounts.find(uid))
        : accounts.find(System.getProperty("user.name", ""));
  }

  @Override
  public Account account(int uid) {
    return accounts.find(uid);
  }

  @Override
  public Optional<Account> account(String name) {
    return accounts.find(name);
  }

  @Override
  public List<String> searchPath() {
    String path = System.getenv("PATH");
    return path == null ? List.of() : List.of(path.split(":", -1));
  }

  @Override
  public Set<InetAddress> addresses() {
    Set<InetAddress> found = new HashSet<>();
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        found.addAll(Collections.list(each.getInetAddresses()));
      }
    } catch (SocketException e) {
      return Set.of();
    }
    return found;
  }

  @Override
  public Optional<List<Listener>> listeners() {
    List<Listener> found = new ArrayList<>();
    boolean littleEndian = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    try {
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        Path file = Path.of(table);
        if (table.endsWith("tcp") || Files.exists(file)) {
          List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
          found.addAll(SocketTable.parse(lines, littleEndian));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(found);
  }
}
