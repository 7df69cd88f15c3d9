package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import java.util.List;
import java.util.Map;

/**
 * How Patroni connects: the parts of {@code Config._build_effective_configuration} that look after
 * credentials, old forms of them included.
 */
final class Connections {

  private static final String SECTION = "postgresql.authentication";

  private Connections() {}

  /** Returns the section {@code postgresql} with the credentials that Patroni works with. */
  static Mapping of(Release release, Mapping postgresql, Losses losses) {
    Mapping.Builder section = postgresql.toBuilder();
    Value rewind = postgresql.get("pg_rewind");
    Value authentication = postgresql.get("authentication");
    if (authentication == null) {
      Origin fromRewind = Origin.computed("postgresql.pg_rewind", null);
      section.put("use_pg_rewind", Values.bool(rewind != null, fromRewind));
      Mapping.Builder old =
          Mapping.builder(Origin.computed("postgresql.replication and postgresql.superuser", null));
      for (String user : List.of("replication", "superuser")) {
        Value credentials = postgresql.get(user);
        if (credentials != null) {
          old.put(user, credentials);
        }
      }
      authentication = old.build();
    }
    boolean superuser = Python.contains(SECTION, authentication, "superuser");
    if (!superuser && rewind != null) {
      if (!(authentication instanceof Mapping users)) {
        throw typeError(Python.notAMapping(SECTION, authentication), authentication);
      }
      authentication = users.toBuilder().put("superuser", rewind).build();
    }
    return section.put("authentication", users(release, authentication, losses)).build();
  }

  private static Mapping users(Release release, Value authentication, Losses losses) {
    Mapping users = Python.dict(SECTION, authentication);
    Mapping.Builder kept = users.toBuilder();
    for (Map.Entry<ScalarValue, Value> user : users.entries()) {
      String path = SECTION + "." + user.getKey().text();
      Mapping settings = Python.dict(path, user.getValue());
      Mapping.Builder known = Mapping.builder(settings.origin());
      for (Map.Entry<ScalarValue, Value> setting : settings.entries()) {
        ScalarValue name = setting.getKey();
        if (name instanceof ScalarValue.Str && release.names("connection").contains(name.text())) {
          known.put(name, setting.getValue());
        } else {
          losses.add(
              path + "." + name.text(),
              setting.getValue(),
              Ignored.Reason.UNKNOWN,
              "Patroni does not connect with a setting called " + name.text(),
              (Value) null);
        }
      }
      kept.put(user.getKey(), known.build());
    }
    return kept.build();
  }

  /** Returns {@code '{username}:{password}'.format(**authentication)}. */
  static String credentials(String path, Value authentication) {
    if (!(authentication instanceof Mapping mapping)) {
      throw typeError(Python.notAMapping(path, authentication), authentication);
    }
    return part(path, mapping, "username") + ":" + part(path, mapping, "password");
  }

  private static String part(String path, Mapping mapping, String name) {
    Value value = mapping.get(name);
    if (value == null) {
      throw new PythonError("KeyError", path + " has no " + name, mapping.origin());
    }
    return Python.str(value);
  }

  static PythonError typeError(String message, Value value) {
    return new PythonError("TypeError", message, value.origin());
  }
}
