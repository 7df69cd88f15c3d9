package io.patronilint.rules.support;

import io.patronilint.core.finding.Location;
import io.patronilint.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of pg_hba.conf.
 *
 * @param type {@code local}, {@code host} and so on
 * @param databases the databases that it is for
 * @param users the users that it is for
 * @param method how they prove who they are; empty if the line is too short
 * @param place where it is written, or null
 */
public record HbaLine(
    String type,
    List<String> databases,
    List<String> users,
    String method,
    @Nullable Location place) {

  private static final Set<String> TYPES =
      Set.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");

  /** Copies the lists. */
  public HbaLine {
    databases = List.copyOf(databases);
    users = List.copyOf(users);
  }

  /**
   * Reads the lines of {@code postgresql.pg_hba}; empty if one of them is beyond what is read here:
   * quotes, groups, patterns, files and templates.
   */
  public static Optional<List<HbaLine>> all(Value value) {
    if (!(value instanceof Value.Sequence list)) {
      return Optional.empty();
    }
    List<HbaLine> lines = new ArrayList<>();
    for (Value item : list.items()) {
      String text = item.text().orElse(null);
      if (text == null || Templates.unrendered(text) || text.contains("\"")) {
        return Optional.empty();
      }
      int comment = text.indexOf('#');
      String line = (comment < 0 ? text : text.substring(0, comment)).strip();
      if (line.isEmpty()) {
        continue;
      }
      List<String> words = List.of(line.split("\\s+", -1));
      if (!TYPES.contains(words.get(0)) || words.size() < 4 || isHard(words)) {
        return Optional.empty();
      }
      lines.add(
          new HbaLine(
              words.get(0),
              List.of(words.get(1).split(",", -1)),
              List.of(words.get(2).split(",", -1)),
              words.contains("reject") ? "reject" : words.get(words.size() - 1),
              item.origin().place().orElse(null)));
    }
    return Optional.of(lines);
  }

  private static boolean isHard(List<String> words) {
    String names = words.get(1) + "," + words.get(2);
    return names.contains("@") || names.contains("+") || names.contains("/");
  }

  /** Tells whether the line may let {@code user} in over the network or the socket. */
  public boolean lets(String user) {
    return !method.equals("reject") && (users.contains("all") || users.contains(user));
  }
}
