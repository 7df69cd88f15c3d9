package io.patronilint.schemas.oracle;

import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.ValueKind;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;

/** A right and a typical wrong value for each key, from the table or from its type. */
public final class Samples {

  private Samples() {}

  /** Returns a value that the key may have. */
  public static Object good(PatroniKey key) {
    if (!key.words().good().isEmpty()) {
      return json(key.words().good());
    }
    ValueKind kind = key.types().get(0).kind();
    if (!key.allowed().values().isEmpty() && kind == ValueKind.STRING) {
      return key.allowed().values().get(0);
    }
    return switch (kind) {
      case BOOL, BOOLWORD -> true;
      case INT, DIGITS, NUMBER, TIME, SIZE, REAL -> number(key);
      case STRING, SCALAR, ANY -> key.allowed().form().equals("path") ? "/srv/some/file" : "text";
      case LIST, OPTIONS -> new JSONArray();
      case MAP -> new JSONObject();
      case NULL -> JSONObject.NULL;
    };
  }

  private static Object number(PatroniKey key) {
    String fallback = key.words().fallback();
    return fallback.matches("-?[0-9]+")
        ? Long.valueOf(fallback)
        : (Object) Math.round(key.allowed().min().orElse(1));
  }

  /** Returns a value that the key must not have; empty if it may have any. */
  public static Optional<Object> bad(PatroniKey key) {
    if (!key.words().bad().isEmpty()) {
      return Optional.of(json(key.words().bad()));
    }
    if (key.allows(ValueKind.ANY)) {
      return Optional.empty();
    }
    if (key.allows(ValueKind.SCALAR)) {
      return Optional.of(new JSONArray());
    }
    if (!key.allowed().values().isEmpty()) {
      return Optional.of("no such value");
    }
    return Optional.of(
        switch (key.types().get(0).kind()) {
          case STRING -> 7;
          case BOOL, BOOLWORD -> "maybe";
          case INT, DIGITS, NUMBER, TIME, SIZE, REAL ->
              key.allowed().min().isPresent() ? below(key) : "many";
          default -> "text";
        });
  }

  private static Object below(PatroniKey key) {
    return Math.round(key.allowed().min().orElseThrow()) - 1;
  }

  private static Object json(String text) {
    return new JSONTokener(text).nextValue();
  }

  /** Returns a document that has {@code value} at the path of {@code key}. */
  public static JSONObject document(PatroniKey key, Object value) {
    return (JSONObject) wrap(key.path(), value);
  }

  private static Object wrap(List<String> path, Object value) {
    if (path.isEmpty()) {
      return value;
    }
    Object inner = wrap(path.subList(1, path.size()), value);
    if (path.get(0).equals(PatroniKey.ITEM)) {
      return new JSONArray().put(inner);
    }
    String name = path.get(0).equals(PatroniKey.ANY_NAME) ? "sample" : path.get(0);
    return new JSONObject().put(name, inner);
  }
}
