package io.patronilint.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This machine, looked at through {@link Host}. */
class LocalHostTest {

  @TempDir private Path folder;

  @Test
  void tellsKindModeAndOwner() throws IOException {
    Host host = Host.local(folder, null);
    Path file = Files.writeString(folder.resolve("f"), "15\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    HostFile found = host.file("f");
    assertThat(found.kind()).isEqualTo(HostFile.Kind.FILE);
    assertThat(found.octal()).isEqualTo("0640");
    assertThat(found.uid()).isEqualTo(host.current().orElseThrow().uid());
    assertThat(host.file(folder.toString()).isDirectory()).isTrue();
    assertThat(host.file("missing").isAbsent()).isTrue();
    assertThat(host.file("f/below").isAbsent()).isTrue();
    assertThat(host.file("nul\0").kind()).isEqualTo(HostFile.Kind.HIDDEN);
    assertThat(host.names(".")).contains(List.of("f"));
    assertThat(host.open("f").orElseThrow().readAllBytes()).hasSize(3);
    assertThat(host.open("missing")).isEmpty();
  }

  @Test
  void seesAPortThatIsListenedOn() throws IOException {
    Host host = Host.local(folder, null);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int uid = host.current().orElseThrow().uid();
      assertThat(host.listeners().orElseThrow())
          .anyMatch(l -> l.port() == socket.getLocalPort() && l.uid() == uid);
    }
    assertThat(host.addresses()).contains(InetAddress.getLoopbackAddress());
  }

  @Test
  void knowsTheUserByNameOrNumber() {
    assertThat(Host.local(folder, "0").user().orElseThrow().isRoot()).isTrue();
    assertThat(Host.local(folder, "root").user().orElseThrow().uid()).isZero();
    assertThatThrownBy(() -> Host.local(folder, "no such user"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such user");
  }

  @Test
  void worksOutWhatAUserMayDo() throws IOException {
    Host host = Host.local(folder, null);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.createFile(folder.resolve("key"));
    int owner = host.file(file.toString()).uid();
    int group = host.file(file.toString()).gid();
    Account stranger = new Account(owner + 7000, "stranger", Set.of(group + 7000));
    Account colleague = new Account(owner + 7001, "colleague", Set.of(group));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(may(host, colleague, file)).isEqualTo(Access.GRANTED);
    assertThat(may(host, stranger, file).isRefused()).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(may(host, stranger, file)).isEqualTo(Access.DENIED);
    assertThat(may(host, new Account(0, "root", Set.of(0)), file)).isEqualTo(Access.GRANTED);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(may(host, stranger, file)).isEqualTo(Access.DENIED);
  }

  private static Access may(Host host, Account account, Path file) {
    return new Permissions(host, account).of(file.toString(), Permissions.Right.READ);
  }
}
