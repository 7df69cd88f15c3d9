package io.patronilint.core.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users in passwd(5) and group(5). Users that a directory service knows are not there: of them
 * the number is known at most.
 */
final class Accounts {

  private static final int NAME = 0;
  private static final int ID = 2;
  private static final int GROUP = 3;

  private final Path passwd;
  private final Path group;

  Accounts(Path passwd, Path group) {
    this.passwd = passwd;
    this.group = group;
  }

  Account find(int uid) {
    String number = String.valueOf(uid);
    return find(ID, number).orElse(new Account(uid, number, null));
  }

  Optional<Account> find(String name) {
    return find(NAME, name);
  }

  private Optional<Account> find(int column, String wanted) {
    for (String line : lines(passwd)) {
      String[] columns = line.split(":", -1);
      if (columns.length > GROUP && columns[column].equals(wanted)) {
        int uid = number(columns[ID]);
        return uid < 0
            ? Optional.empty()
            : Optional.of(
                new Account(uid, columns[NAME], groups(columns[NAME], number(columns[GROUP]))));
      }
    }
    return Optional.empty();
  }

  private Set<Integer> groups(String name, int primary) {
    Set<Integer> groups = new HashSet<>();
    groups.add(primary);
    for (String line : lines(group)) {
      String[] columns = line.split(":", -1);
      if (columns.length > GROUP && List.of(columns[GROUP].split(",", -1)).contains(name)) {
        groups.add(number(columns[ID]));
      }
    }
    return groups;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
