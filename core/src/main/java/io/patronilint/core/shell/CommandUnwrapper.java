package io.patronilint.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through wrappers, shells, assignments and reserved words to the programs that run. */
final class CommandUnwrapper {

  /** Deeper {@code sh -c "sh -c …"} is taken for a program called sh. */
  private static final int MAX_DEPTH = 8;

  private final List<CommandCall> calls = new ArrayList<>();
  private final List<ShellOperator> operators = new ArrayList<>();
  private @Nullable ShellProblem problem;

  List<CommandCall> calls() {
    return calls;
  }

  /** Returns the operators of the command lines that inner shells get. */
  List<ShellOperator> operators() {
    return operators;
  }

  @Nullable ShellProblem problem() {
    return problem;
  }

  /** Adds what a shell runs for {@code words}. */
  void addShellCommand(List<ShellWord> words, List<String> wrappers) {
    int start = 0;
    while (start < words.size() && isPrefix(words.get(start))) {
      start++;
    }
    if (start < words.size() && !isLoop(words.get(start).text())) {
      addCommand(words.subList(start, words.size()), wrappers);
    }
  }

  /** Adds what runs if {@code words} are executed: a program and its arguments. */
  void addCommand(List<ShellWord> words, List<String> wrappers) {
    if (words.isEmpty()) {
      return;
    }
    ShellWord program = words.get(0);
    List<ShellWord> arguments = words.subList(1, words.size());
    List<String> outer = new ArrayList<>(wrappers);
    outer.add(program.baseName());
    ShellWord script = wrappers.size() < MAX_DEPTH ? script(program.baseName(), arguments) : null;
    if (script != null) {
      addScript(script, outer);
      return;
    }
    Wrapper wrapper = wrappers.size() < MAX_DEPTH ? Wrapper.of(program.baseName()) : null;
    int start = wrapper == null ? -1 : wrapped(wrapper, arguments);
    if (start >= 0 && start < arguments.size()) {
      addCommand(arguments.subList(start, arguments.size()), outer);
    } else {
      calls.add(new CommandCall(wrappers, program, arguments));
    }
  }

  private void addScript(ShellWord script, List<String> wrappers) {
    ShellScanner scanner = new ShellScanner(script.text(), script::offsetOf).scan();
    operators.addAll(scanner.operators());
    if (problem == null) {
      problem = scanner.problem();
    }
    for (List<ShellWord> command : scanner.commands()) {
      addShellCommand(command, wrappers);
    }
  }

  /** Returns the word that holds a command line for a shell, or null. */
  private static @Nullable ShellWord script(String program, List<ShellWord> arguments) {
    if (program.equals("su") || program.equals("runuser")) {
      for (int i = 0; i + 1 < arguments.size(); i++) {
        String argument = arguments.get(i).text();
        if (argument.equals("-c") || argument.equals("--command")) {
          return arguments.get(i + 1);
        }
      }
      return null;
    }
    return Wrapper.isShell(program) ? shellScript(arguments) : null;
  }

  private static @Nullable ShellWord shellScript(List<ShellWord> arguments) {
    boolean command = false;
    int at = 0;
    while (at < arguments.size() && isOption(arguments.get(at).text())) {
      String option = arguments.get(at).text();
      boolean letters = !option.startsWith("--");
      command |= letters && option.indexOf('c') > 0;
      at += letters && option.endsWith("o") ? 2 : 1;
    }
    return command && at < arguments.size() ? arguments.get(at) : null;
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
  }

  /** Returns the index of the wrapped program among the wrapper's arguments. */
  private static int wrapped(Wrapper wrapper, List<ShellWord> arguments) {
    int at = 0;
    while (at < arguments.size() && arguments.get(at).text().startsWith("-")) {
      String option = arguments.get(at).text();
      at++;
      if (option.equals("--")) {
        break;
      }
      if (wrapper.takesNext(option)) {
        at++;
      }
    }
    at += wrapper.operands();
    while (wrapper.assignments()
        && at < arguments.size()
        && isAssignment(arguments.get(at).text())) {
      at++;
    }
    return at;
  }

  private static boolean isPrefix(ShellWord word) {
    return (!word.quoted() && isReserved(word.text())) || isAssignment(word.text());
  }

  private static boolean isReserved(String word) {
    return switch (word) {
      case "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "!", "{", "}" ->
          true;
      default -> false;
    };
  }

  /** Tells whether words follow that are no program. */
  private static boolean isLoop(String word) {
    return switch (word) {
      case "for", "case", "esac" -> true;
      default -> false;
    };
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    for (int i = 0; i < equals; i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return equals > 0;
  }
}
