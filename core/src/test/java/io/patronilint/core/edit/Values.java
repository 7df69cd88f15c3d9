package io.patronilint.core.edit;

import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.core.yaml.YamlMapping;
import io.patronilint.core.yaml.YamlNode;
import io.patronilint.core.yaml.YamlScalar;
import io.patronilint.core.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document means, as maps, lists and typed scalars: aliases followed, merge keys merged, of
 * duplicate keys the last. Knows nothing of the trees that the editor compares.
 */
final class Values {

  private static final int LIMIT = 20_000;
  private static final int DEEPEST = 60;

  private int count;

  private Values() {}

  /** Returns the value, or null if the document is too large to be spelled out. */
  static @Nullable Object of(@Nullable YamlNode root) {
    try {
      return root == null ? new ScalarValue.Null() : new Values().value(root, 0);
    } catch (IllegalStateException e) {
      return null;
    }
  }

  private Object value(YamlNode node, int depth) {
    if (++count > LIMIT || depth > DEEPEST) {
      throw new IllegalStateException("too large");
    }
    YamlNode target = node.resolved();
    if (target instanceof YamlScalar scalar) {
      return scalar.value();
    }
    if (target instanceof YamlSequence sequence) {
      List<Object> list = new ArrayList<>();
      sequence.items().forEach(i -> list.add(value(i.node(), depth + 1)));
      return list;
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (YamlMapping.EffectiveEntry e : ((YamlMapping) target).effective()) {
      YamlScalar key = (YamlScalar) e.entry().key().resolved();
      map.put(key.value(), value(e.entry().value(), depth + 1));
    }
    return map;
  }

  /** Returns the value that a value given to the editor is to be read as. */
  static Object given(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> result = new LinkedHashMap<>();
      map.forEach((k, v) -> result.put(key((String) k), given(v)));
      return result;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Values::given).toList();
    }
    if (value instanceof Boolean bool) {
      return new ScalarValue.Bool(bool);
    }
    return value instanceof Integer number
        ? new ScalarValue.Int(BigInteger.valueOf(number))
        : new ScalarValue.Str((String) value);
  }

  static Object key(String name) {
    return new ScalarValue.Str(name);
  }

  /** Returns a copy of {@code root} with {@code value} at {@code path}; null removes. */
  static Object with(Object root, List<?> path, @Nullable Object value) {
    if (path.isEmpty() && value != null) {
      return value;
    }
    Object step = path.get(0);
    List<?> rest = path.subList(1, path.size());
    if (step instanceof Integer index) {
      List<Object> list = root instanceof List<?> old ? new ArrayList<>(old) : new ArrayList<>();
      if (rest.isEmpty() && value == null) {
        list.remove((int) index);
      } else if (index == list.size()) {
        list.add(with(new ScalarValue.Null(), rest, value));
      } else {
        list.set(index, with(list.get(index), rest, value));
      }
      return list;
    }
    Map<Object, Object> map =
        root instanceof Map<?, ?> old ? new LinkedHashMap<>(old) : new LinkedHashMap<>();
    Object key = found(map, (String) step);
    if (rest.isEmpty() && value == null) {
      map.remove(key);
    } else {
      Object old = map.getOrDefault(key, new ScalarValue.Null());
      map.put(key, with(old, rest, value));
    }
    return map;
  }

  /** Returns the value at {@code path}. */
  static Object at(Object root, List<?> path) {
    Object value = root;
    for (Object step : path) {
      if (step instanceof Integer index) {
        value = ((List<?>) value).get(index);
      } else {
        Map<?, ?> map = (Map<?, ?>) value;
        value = Objects.requireNonNull(map.get(found(map, (String) step)));
      }
    }
    return value;
  }

  private static Object found(Map<?, ?> map, String name) {
    for (Object key : map.keySet()) {
      if (((ScalarValue) key).text().equals(name)) {
        return key;
      }
    }
    return key(name);
  }
}
