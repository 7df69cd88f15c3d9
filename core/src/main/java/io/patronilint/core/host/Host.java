package io.patronilint.core.host;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine that Patroni is to run on, for the rules of the family {@code host}.
 *
 * <p>It is looked at and never changed: nothing is run, nothing is connected to, no name is looked
 * up in the network. Implementations may be used by several threads at once.
 */
public interface Host {

  /**
   * Returns this machine.
   *
   * @param base the folder that relative paths are seen from
   * @param user name or number of the user who runs Patroni, or null to find it out
   * @throws IllegalArgumentException if the machine has no such user
   */
  static Host local(Path base, @Nullable String user) {
    return LocalHost.of(base, user);
  }

  /** Returns what stands at {@code path}. */
  HostFile file(String path);

  /** Returns the names in a directory; empty if it cannot be listed. */
  Optional<List<String>> names(String folder);

  /** Opens a file for reading; empty if it cannot be read. The caller closes the stream. */
  Optional<InputStream> open(String path);

  /** Returns the user who runs Patroni, if that was said. */
  Optional<Account> user();

  /** Returns the user who runs the linter; empty if that cannot be told. */
  Optional<Account> current();

  /** Returns the user with this number; one without a name has only the number. */
  Account account(int uid);

  /** Returns the user with this name; empty if the machine has none. */
  Optional<Account> account(String name);

  /** Returns the directories in which programs are looked for that are named without one. */
  List<String> searchPath();

  /** Returns the addresses of the network interfaces; empty if that cannot be told. */
  Set<InetAddress> addresses();

  /** Returns the TCP ports that are listened on; empty if that cannot be told. */
  Optional<List<Listener>> listeners();
}
