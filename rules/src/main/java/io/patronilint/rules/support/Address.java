package io.patronilint.rules.support;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address as Patroni splits it: at the last colon ({@code split_host_port}).
 *
 * @param host what stands before the port, brackets removed
 * @param port the port as written, or null if there is none
 */
public record Address(String host, @Nullable String port) {

  private static final int LAST_PORT = 65535;

  /** Splits {@code text}. */
  public static Address of(String text) {
    int colon = text.lastIndexOf(':');
    boolean bare = text.endsWith("]") || (text.startsWith("::") && !text.contains("."));
    if (colon < 0 || (bare && !text.contains("]:"))) {
      return new Address(unbracketed(text), null);
    }
    return new Address(unbracketed(text.substring(0, colon)), text.substring(colon + 1));
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** Tells whether the port is a number that a port can be. */
  public boolean hasValidPort() {
    String text = port == null ? "" : port.strip();
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int number = Integer.parseInt(text);
    return number > 0 && number <= LAST_PORT;
  }

  /** Tells whether every machine takes the host for itself, or for any. */
  public boolean isLocal() {
    String name = host.toLowerCase(Locale.ROOT);
    return isLoopback()
        || name.isEmpty()
        || name.equals("*")
        || name.equals("0.0.0.0")
        || name.equals("::")
        || name.equals("0");
  }

  /** Tells whether the host is a name or an address of the machine itself. */
  public boolean isLoopback() {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.startsWith("localhost.")
        || name.startsWith("127.")
        || name.equals("::1");
  }
}
