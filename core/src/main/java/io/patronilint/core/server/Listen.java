package io.patronilint.core.server;

import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.schemas.py.PyInt;
import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyText;
import io.patronilint.schemas.py.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An address with a port.
 *
 * @param host the host, or several with commas between them
 * @param port the port, as {@code str()} gives it
 */
record Listen(String host, String port) {

  /** Splits a value as {@code split_host_port} does. */
  static Listen split(Value value, String name, String defaultPort, boolean each) {
    String text = ServerInput.text(value, name);
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    if (host.indexOf(':') >= 0) {
      host = each ? stripEach(host) : strip(host, "[]");
    }
    String port = colon < 0 ? defaultPort : text.substring(colon + 1);
    try {
      return new Listen(host, PyInt.of(PyValue.str(port)).toString());
    } catch (PyRaisedException e) {
      throw new PythonError(e.type(), name + " has a port that is not a number", value.origin());
    }
  }

  /** Raises what {@code uri()} raises for an address that it cannot take apart. */
  static void check(Value value, String name, boolean each) {
    if (!(value instanceof Value.Sequence list)) {
      split(value, name, "0", each);
    } else if (list.items().size() != 2) {
      throw new PythonError(
          "ValueError", name + " is a list of other than two items", value.origin());
    }
  }

  private static String stripEach(String hosts) {
    List<String> stripped = new ArrayList<>();
    for (String host : hosts.split(",", -1)) {
      stripped.add(strip(PyText.strip(host), "[]"));
    }
    return String.join(",", stripped);
  }

  private static String strip(String text, String characters) {
    int start = 0;
    int end = text.length();
    while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns the address through which Patroni itself connects ({@code _get_tcp_local_address}). */
  static String local(String listenAddresses) {
    String[] addresses = listenAddresses.split(",", -1);
    for (String address : addresses) {
      String name = PyText.strip(address).toLowerCase(Locale.ROOT);
      if (List.of("*", "0.0.0.0", "127.0.0.1", "localhost").contains(name)) {
        return "localhost";
      }
    }
    return PyText.strip(addresses[0]);
  }

  /** Returns the first absolute directory of sockets, or an empty string. */
  static String socket(String directories) {
    for (String directory : directories.split(",", -1)) {
      if (PyText.strip(directory).startsWith("/")) {
        return PyText.strip(directory);
      }
    }
    return "";
  }
}
