package io.patronilint.rules.restore;

import io.patronilint.rules.support.ShellQuoting;

/** Calls of psql. */
final class Psql {

  private Psql() {}

  /** Calls psql the way Patroni connects: by the socket if there is one, else by the address. */
  static String command(Site site, String options, String sql) {
    String host =
        site.text("postgresql", "parameters", "unix_socket_directories")
            .map(folders -> folders.split(",", -1)[0].strip())
            .orElseGet(() -> site.text("postgresql", "connect_address").map(Psql::host).orElse(""));
    String port = site.text("postgresql", "connect_address").map(Psql::port).orElse("5432");
    String user =
        site.text("postgresql", "authentication", "superuser", "username").orElse("postgres");
    return ShellQuoting.word(site.postgresql("psql"))
        + (host.isEmpty() ? "" : " -h " + ShellQuoting.word(host))
        + " -p "
        + ShellQuoting.word(port)
        + " -U "
        + ShellQuoting.word(user)
        + " -d postgres "
        + options
        + " "
        + ShellQuoting.word(sql);
  }

  private static String host(String address) {
    int colon = address.lastIndexOf(':');
    return colon > 0 ? address.substring(0, colon) : address;
  }

  private static String port(String address) {
    int colon = address.lastIndexOf(':');
    return colon > 0 ? address.substring(colon + 1) : "5432";
  }
}
