package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.EnvironmentFile.Variable;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that {@code PATRONI_*} variables make: {@code
 * Config._build_environment_configuration}.
 */
final class EnvironmentConfig {

  static final String PREFIX = "PATRONI_";
  static final String WHOLE = "CONFIGURATION";

  private static final Pattern LOG_FORMAT = Pattern.compile("%\\(\\w+\\)");

  private final Release release;
  private final Losses losses;
  private final Map<String, Variable> left = new LinkedHashMap<>();
  private final PathTree tree = new PathTree();

  private EnvironmentConfig(Release release, Losses losses) {
    this.release = release;
    this.losses = losses;
  }

  /**
   * Returns the configuration.
   *
   * @param variables all variables in order; names without {@code PATRONI_} do not matter
   */
  static Mapping of(Release release, List<Variable> variables, Losses losses) {
    EnvironmentConfig config = new EnvironmentConfig(release, losses);
    for (Variable variable : variables) {
      if (variable.name().startsWith(PREFIX)) {
        config.left.put(variable.name().substring(PREFIX.length()), variable);
      }
    }
    return config.left.isEmpty() ? Mapping.builder(Origin.byDefault()).build() : config.build();
  }

  private Mapping build() {
    List<EnvironmentVariable> suffixes = new ArrayList<>();
    for (EnvironmentVariable known : release.variables()) {
      if (known.type() == EnvironmentVariable.Type.OLD) {
        rename(known);
      } else if (known.isSuffix()) {
        suffixes.add(known);
      }
    }
    for (EnvironmentVariable known : release.variables()) {
      if (known.type() != EnvironmentVariable.Type.OLD && !known.isSuffix()) {
        fixed(known);
      }
    }
    new DcsVariables(this, suffixes).read();
    if (release.has(Behaviour.USERS_FROM_ENVIRONMENT)) {
      users();
    }
    for (Map.Entry<String, Variable> entry : left.entrySet()) {
      if (!entry.getKey().equals(WHOLE)) {
        unknown(entry.getValue());
      }
    }
    return tree.mapping();
  }

  Release release() {
    return release;
  }

  PathTree tree() {
    return tree;
  }

  /** Returns the names that no step has taken yet. */
  List<String> leftNames() {
    return List.copyOf(left.keySet());
  }

  /** Takes a variable away, as {@code os.environ.pop} does. */
  @Nullable Variable pop(String name) {
    return left.remove(name);
  }

  private void rename(EnvironmentVariable old) {
    Variable value = pop(old.name());
    if (value == null) {
      return;
    }
    if (value.value().isEmpty()) {
      empty(old.name(), value);
    } else if (left.containsKey(old.path())) {
      Variable winner = left.get(old.path());
      losses.add(
          value.name(),
          origin(value),
          Reason.OVERRIDDEN,
          "the variable " + PREFIX + old.path() + " comes first",
          winner == null ? null : origin(winner));
    } else {
      left.put(old.path(), value);
    }
  }

  private void fixed(EnvironmentVariable known) {
    Variable variable = pop(known.name());
    if (variable == null) {
      return;
    }
    if (variable.value().isEmpty()) {
      empty(known.path(), variable);
      return;
    }
    Value value = parse(known.type(), variable);
    if (value == null && known.type() == EnvironmentVariable.Type.LIST_OR_NONE) {
      value = new Value.Scalar(new ScalarValue.Null(), origin(variable));
    }
    if (value == null || !counts(value, known)) {
      // An unreadable value leaves its section behind, which may be empty then.
      tree.section(known.path(), origin(variable));
      invalid(known.path(), variable);
      return;
    }
    tree.put(known.path(), value);
  }

  /** Numbers and booleans count if they can be read; lists and mappings, if they hold something. */
  private static boolean counts(Value value, EnvironmentVariable known) {
    return switch (known.type()) {
      case LIST, DICT -> value.truthy();
      default -> true;
    };
  }

  /** Returns what Patroni makes of a value; null for None. */
  @Nullable Value parse(EnvironmentVariable.Type type, Variable variable) {
    Origin origin = origin(variable);
    String text = variable.value();
    Value.Scalar string = Values.string(text, origin);
    return switch (type) {
      case STR, OLD -> string;
      case BOOL -> Python.parseBool(string).map(b -> Values.bool(b, origin)).orElse(null);
      case INT ->
          Python.parseInt(string, "")
              .map(i -> new Value.Scalar(new ScalarValue.Int(i), origin))
              .orElse(null);
      case LIST, LIST_OR_NONE -> list(text, origin);
      case DICT -> yaml(text.strip().startsWith("{") ? text : "{" + text + "}", origin);
      case FORMAT -> {
        Value format = LOG_FORMAT.matcher(text).find() ? null : list(text, origin);
        yield format == null || !format.truthy() ? string : format;
      }
    };
  }

  private static @Nullable Value list(String text, Origin origin) {
    boolean looksLikeIt = text.strip().startsWith("-") || text.contains("[");
    return yaml(looksLikeIt ? text : "[" + text + "]", origin);
  }

  private static @Nullable Value yaml(String text, Origin origin) {
    return Values.ofYaml(text, origin).orElse(null);
  }

  private void users() {
    for (String name : leftNames()) {
      int underscore = name.lastIndexOf('_');
      if (underscore <= 0 || !name.endsWith("_PASSWORD")) {
        continue;
      }
      Variable password = pop(name);
      String user = name.substring(0, underscore);
      if (password == null || password.value().isEmpty()) {
        continue;
      }
      Mapping.Builder settings = Mapping.builder(origin(password));
      settings.put("password", Values.string(password.value(), origin(password)));
      Variable options = pop(user + "_OPTIONS");
      if (options != null && !options.value().isEmpty()) {
        Value list = parse(EnvironmentVariable.Type.LIST, options);
        if (list != null && list.truthy()) {
          settings.put("options", list);
        }
      }
      tree.putUser(user, settings.build());
    }
  }

  void empty(String path, Variable variable) {
    losses.add(path, origin(variable), Reason.INVALID, "an empty variable counts as not set", null);
  }

  void invalid(String path, Variable variable) {
    losses.add(
        path,
        origin(variable),
        Reason.INVALID,
        "Patroni cannot read the value of " + variable.name(),
        null);
  }

  void unknown(Variable variable) {
    losses.add(
        variable.name(),
        origin(variable),
        Reason.UNKNOWN,
        "Patroni has no variable of this name",
        null);
  }

  static Origin origin(Variable variable) {
    return Origin.variable(variable.name(), variable.location());
  }

  static PythonError notASection(String path, Origin origin) {
    return new PythonError(
        "TypeError", path + " is a string and cannot hold another setting", origin);
  }
}
