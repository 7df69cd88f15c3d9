package io.patronilint.core.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program with its arguments, after wrappers such as {@code env}, {@code sudo} and {@code sh -c}
 * have been looked through.
 *
 * @param wrappers names of the programs around it, outermost first
 * @param program the word that names the program
 * @param arguments the words behind it
 */
public record CommandCall(List<String> wrappers, ShellWord program, List<ShellWord> arguments) {

  /** Copies the lists. */
  public CommandCall {
    wrappers = List.copyOf(wrappers);
    arguments = List.copyOf(arguments);
  }

  /** Returns the program's name without its folders. */
  public String name() {
    return program.baseName();
  }

  /** Tells whether pgBackRest is called. */
  public boolean isPgBackRest() {
    return name().equals("pgbackrest");
  }

  /** Tells whether one of the arguments is exactly {@code text}. */
  public boolean hasArgument(String text) {
    return arguments.stream().anyMatch(argument -> argument.text().equals(text));
  }

  /** Tells whether {@code --name} or {@code --name=…} is given; {@code name} has no dashes. */
  public boolean hasOption(String name) {
    return option(name) != null;
  }

  /**
   * Returns the first argument that is {@code --name} or {@code --name=…}, or null.
   *
   * @param name the option's name without dashes
   */
  public @Nullable ShellWord option(String name) {
    int index = indexOfOption(name);
    return index < 0 ? null : arguments.get(index);
  }

  /**
   * Returns what is given as {@code --name=value} or {@code --name value}, or null if the option is
   * missing or nothing follows it. Whether the option takes a value at all is the caller's to know.
   *
   * @param name the option's name without dashes
   */
  public @Nullable String optionValue(String name) {
    int index = indexOfOption(name);
    if (index < 0) {
      return null;
    }
    String option = arguments.get(index).text();
    int equals = option.indexOf('=');
    if (equals >= 0) {
      return option.substring(equals + 1);
    }
    return index + 1 < arguments.size() ? arguments.get(index + 1).text() : null;
  }

  private int indexOfOption(String name) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i).text();
      if (argument.equals("--")) {
        return -1;
      }
      if (argument.startsWith("--")
          && argument.startsWith(name, 2)
          && (argument.length() == name.length() + 2
              || argument.charAt(name.length() + 2) == '=')) {
        return i;
      }
    }
    return -1;
  }
}
