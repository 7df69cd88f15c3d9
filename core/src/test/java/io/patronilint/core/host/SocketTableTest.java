package io.patronilint.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of /proc/net/tcp and tcp6, as proc(5) has them. */
class SocketTableTest {

  private static final List<String> LINES =
      List.of(
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid",
          "   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   105 0 1",
          "   1: 0100007F:1538 0100007F:D431 01 00000000:00000000 00:00000000 00000000   105 0 2",
          "   2: 00000000000000000000000001000000:1F48 00000000000000000000000000000000:0000 0A"
              + " 00000000:00000000 00:00000000 00000000     0 0 3");

  @Test
  void takesThoseThatListen() {
    assertThat(SocketTable.parse(LINES, true))
        .extracting(l -> l.address().getHostAddress() + " " + l.port() + " " + l.uid())
        .containsExactly("127.0.0.1 5432 105", "0:0:0:0:0:0:0:1 8008 0");
  }

  @Test
  void readsTheWordsOfABigEndianMachineAsTheyStand() {
    String line = "0: 7F000001:1538 00000000:0000 0A 0:0 00:0 0   105 0 1";
    assertThat(SocketTable.parse(List.of(line), false).get(0).address().getHostAddress())
        .isEqualTo("127.0.0.1");
  }
}
