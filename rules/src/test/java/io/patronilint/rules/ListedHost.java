package io.patronilint.rules;

import io.patronilint.core.host.Account;
import io.patronilint.core.host.Host;
import io.patronilint.core.host.HostFile;
import io.patronilint.core.host.Listener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A machine as a page or a case describes it, one thing a line:
 *
 * <pre>
 * /srv/pg directory 0700 postgres
 * /srv/pg/PG_VERSION file 0600 postgres 15
 * listens 10.0.0.1:5432 postgres
 * address 10.0.0.1
 * user postgres
 * </pre>
 *
 * The fifth word of a file is its content. Users are root (0), postgres (26) and nobody (99).
 */
final class ListedHost implements Host {

  private static final Map<String, Integer> USERS = Map.of("root", 0, "postgres", 26, "nobody", 99);

  private final Map<String, HostFile> files = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Set<InetAddress> addresses = new HashSet<>();
  private Optional<Account> user = Optional.empty();

  ListedHost(String description) {
    for (String line : description.lines().toList()) {
      String[] words = line.strip().split(" +", -1);
      switch (words[0]) {
        case "", "#" -> {}
        case "listens" -> {
          int colon = words[1].lastIndexOf(':');
          int port = Integer.parseInt(words[1].substring(colon + 1));
          listeners.add(new Listener(inet(words[1].substring(0, colon)), port, number(words[2])));
        }
        case "address" -> addresses.add(inet(words[1]));
        case "user" -> user = account(words[1]);
        default -> file(words);
      }
    }
  }

  private void file(String[] words) {
    HostFile.Kind kind = HostFile.Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
    int uid = number(words[3]);
    int mode = Integer.parseInt(words[2], 8);
    files.put(words[0], new HostFile(words[0], kind, mode, uid, uid, words[3]));
    if (words.length > 4) {
      contents.put(words[0], words[4]);
    }
    for (int slash = words[0].lastIndexOf('/');
        slash > 0;
        slash = words[0].lastIndexOf('/', slash - 1)) {
      String folder = words[0].substring(0, slash);
      files.putIfAbsent(folder, new HostFile(folder, HostFile.Kind.DIRECTORY, 0755, 0, 0, "root"));
    }
    files.putIfAbsent("/", new HostFile("/", HostFile.Kind.DIRECTORY, 0755, 0, 0, "root"));
  }

  private static int number(String name) {
    return Objects.requireNonNull(USERS.get(name), name);
  }

  private static InetAddress inet(String figures) {
    try {
      return InetAddress.getAllByName(figures)[0];
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(figures, e);
    }
  }

  @Override
  public HostFile file(String path) {
    return files.getOrDefault(path, HostFile.of(path, HostFile.Kind.ABSENT));
  }

  @Override
  public Optional<List<String>> names(String folder) {
    Set<String> names = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder + "/")) {
        names.add(path.substring(folder.length() + 1).split("/", -1)[0]);
      }
    }
    return Optional.of(List.copyOf(names));
  }

  @Override
  public Optional<InputStream> open(String path) {
    return Optional.ofNullable(contents.get(path))
        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<Account> user() {
    return user;
  }

  @Override
  public Optional<Account> current() {
    return account("root");
  }

  @Override
  public Account account(int uid) {
    for (Map.Entry<String, Integer> each : USERS.entrySet()) {
      if (each.getValue() == uid) {
        return new Account(uid, each.getKey(), Set.of(uid));
      }
    }
    return new Account(uid, String.valueOf(uid), null);
  }

  @Override
  public Optional<Account> account(String name) {
    return Optional.ofNullable(USERS.get(name)).map(uid -> new Account(uid, name, Set.of(uid)));
  }

  @Override
  public List<String> searchPath() {
    return List.of("/usr/bin");
  }

  @Override
  public Set<InetAddress> addresses() {
    return addresses;
  }

  @Override
  public Optional<List<Listener>> listeners() {
    return Optional.of(listeners);
  }
}
