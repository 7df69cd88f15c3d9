package io.patronilint.rules.host;

import io.patronilint.core.host.Host;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that PostgreSQL or Patroni's REST API listens on.
 *
 * @param setting the setting
 * @param text the host as it is written
 * @param host the address; null for every address of the machine
 * @param port the port
 */
record ListenAddress(Setting setting, String text, @Nullable InetAddress host, int port) {

  /** Returns the addresses of {@code node} that are written in figures, or stand for all. */
  static List<ListenAddress> of(Node node, String section) {
    List<ListenAddress> found = new ArrayList<>();
    Setting setting = Setting.of(node, section, "listen").orElse(null);
    if (setting == null) {
      return found;
    }
    Address address = Address.of(setting.text());
    boolean server = section.equals("postgresql");
    if (address.port() != null ? !address.hasValidPort() : !server) {
      return found;
    }
    String written = address.port();
    int port = written == null ? 5432 : Integer.parseInt(written.strip());
    for (String each : address.host().split(",", -1)) {
      String text = each.strip();
      boolean all = text.equals("*") || text.equals("0.0.0.0") || text.equals("::");
      InetAddress figures = all ? null : figures(text);
      if (all || figures != null) {
        found.add(new ListenAddress(setting, text, figures, port));
      }
    }
    return found;
  }

  /** Names are left alone: to find their addresses would ask the network. */
  private static @Nullable InetAddress figures(String text) {
    boolean ipv4 =
        text.indexOf('.') > 0 && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    boolean ipv6 =
        text.indexOf(':') >= 0
            && text.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0);
    try {
      return ipv4 || ipv6 ? InetAddress.getAllByName(text)[0] : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Tells whether the machine has the address. */
  boolean isOf(Host machine) {
    return host == null
        || host.isLoopbackAddress()
        || machine.addresses().isEmpty()
        || machine.addresses().contains(host);
  }
}
