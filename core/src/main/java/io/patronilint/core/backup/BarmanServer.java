package io.patronilint.core.backup;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in Barman's configuration.
 *
 * <p>Source: {@code barman/config.py} ({@code Config.load_configuration_file}, {@code
 * Config._populate_servers_and_models}); Python's configparser. {@code [barman]} holds what is
 * common to all, and a section with {@code model = true} is a model.
 *
 * @param name its name
 * @param span the header of its section
 */
public record BarmanServer(String name, Span span) {

  private static final Pattern HEADER = Pattern.compile("\\[(.+)\\]");
  private static final Pattern MODEL =
      Pattern.compile("model\\s*[=:]\\s*(true|yes|on|1)", Pattern.CASE_INSENSITIVE);

  /** Returns the servers of {@code text}, in order. Never throws for bad input. */
  public static List<BarmanServer> read(SourceText text) {
    List<BarmanServer> servers = new ArrayList<>();
    boolean server = false;
    for (int number = 1; number <= text.lineCount(); number++) {
      String line = text.line(number).stripTrailing();
      Matcher header = HEADER.matcher(line);
      if (header.lookingAt()) {
        String name = header.group(1);
        server = !name.equals("barman");
        if (server) {
          int start = text.lineStart(number);
          servers.add(new BarmanServer(name, new Span(start, start + header.end())));
        }
      } else if (server && MODEL.matcher(line).matches()) {
        servers.remove(servers.size() - 1);
        server = false;
      }
    }
    return servers;
  }
}
