package io.patronilint.core.server;

import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where Patroni keeps PostgreSQL's files. A relative path stays relative: only the machine knows
 * the folder that it starts from.
 *
 * @param data the data directory
 * @param config the folder of postgresql.conf
 * @param base the name of postgresql.conf without its ending
 */
record Paths(String data, String config, String base) {

  /** Works the paths out as {@code ConfigHandler.__init__} does. */
  static Paths of(ServerInput input) {
    Value data = input.require("data_dir");
    Value configDir = input.get("config_dir");
    Value chosen = configDir != null && configDir.truthy() ? configDir : data;
    Value base = input.get("config_base_name");
    String baseName = base == null ? "postgresql" : path(base, "postgresql.config_base_name");
    String config = absolute(path(chosen, "postgresql.config_dir"));
    return new Paths(path(data, "postgresql.data_dir"), config, baseName);
  }

  private static String path(Value value, String name) {
    String text = PyStr.string(value);
    if (text == null) {
      String found = Python.typeName(value);
      throw new PythonError("TypeError", name + " is " + found + ", not a string", value.origin());
    }
    return text;
  }

  String conf() {
    return base + ".conf";
  }

  String baseConf() {
    return base + ".base.conf";
  }

  String hba() {
    return join(config, "pg_hba.conf");
  }

  String ident() {
    return join(config, "pg_ident.conf");
  }

  /** Returns the setting of a path that Patroni chooses. */
  Setting setting(String name, String path) {
    return new Setting(name, path, Values.string(path, Origin.computed("config_dir", null)));
  }

  /** Returns where Patroni writes passwords: {@code ~/pgpass} if nothing is set. */
  String pgpass(ServerInput input) {
    Value set = input.get("pgpass");
    return absolute(set != null && set.truthy() ? path(set, "postgresql.pgpass") : "~/pgpass");
  }

  /** Returns {@code os.path.join(folder, name)}. */
  static String join(String folder, String name) {
    if (name.startsWith("/") || folder.isEmpty()) {
      return name;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** Returns {@code os.path.join(folder, value)}; a value that is no string raises. */
  static String join(String folder, @Nullable Value value, String name) {
    return value == null ? folder : join(folder, path(value, name));
  }

  /** Returns {@code os.path.abspath(path)} of an absolute path. */
  private static String absolute(String path) {
    boolean rooted = path.startsWith("/");
    // POSIX gives two slashes at the start a meaning of their own.
    String root = path.startsWith("//") && !path.startsWith("///") ? "//" : rooted ? "/" : "";
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      boolean up = part.equals("..");
      if (part.isEmpty() || part.equals(".") || (up && rooted && parts.isEmpty())) {
        continue;
      }
      if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else {
        parts.addLast(part);
      }
    }
    return root + String.join("/", parts);
  }
}
