package io.patronilint.core.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads /proc/net/tcp and /proc/net/tcp6 (proc(5)): sockets that listen, without connecting to any.
 * Addresses are words of 32 bits in the order of the machine's bytes.
 */
final class SocketTable {

  private static final String LISTENS = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int USER = 7;
  private static final int WORD = 4;

  private SocketTable() {}

  static List<Listener> parse(List<String> lines, boolean littleEndian) {
    List<Listener> found = new ArrayList<>();
    for (String line : lines) {
      String[] columns = line.strip().split(" +", -1);
      if (columns.length > USER && columns[STATE].equals(LISTENS)) {
        int colon = columns[ADDRESS].indexOf(':');
        byte[] address = address(columns[ADDRESS].substring(0, colon), littleEndian);
        int port = Integer.parseInt(columns[ADDRESS].substring(colon + 1), 16);
        found.add(new Listener(inet(address), port, Accounts.number(columns[USER])));
      }
    }
    return found;
  }

  private static byte[] address(String hex, boolean littleEndian) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (littleEndian) {
      for (int i = 0; i + WORD <= bytes.length; i += WORD) {
        swap(bytes, i, i + 3);
        swap(bytes, i + 1, i + 2);
      }
    }
    return bytes;
  }

  private static void swap(byte[] bytes, int a, int b) {
    byte kept = bytes[a];
    bytes[a] = bytes[b];
    bytes[b] = kept;
  }

  private static InetAddress inet(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of " + address.length + " bytes", e);
    }
  }
}
