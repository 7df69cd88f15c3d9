package io.patronilint.rules.team;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Makes JSON of a configuration: keys by Python's {@code str()}, and what JSON does not have
 * (timestamps, bytes, infinite numbers) as strings of the same.
 */
final class JsonValues {

  /** Aliases can make a document of a few lines larger than any memory, or endless. */
  private static final int MAX_VALUES = 500_000;

  private static final int MAX_DEPTH = 500;

  private int values;

  private JsonValues() {}

  /**
   * Returns what {@code node} holds.
   *
   * @throws TooLargeException if aliases make it larger than any configuration is
   */
  static Object of(ConfigNode node) throws TooLargeException {
    return new JsonValues().read(node, 0);
  }

  private Object read(ConfigNode node, int depth) throws TooLargeException {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) {
      throw new TooLargeException();
    }
    if (node.isMapping()) {
      JSONObject object = new JSONObject();
      for (ConfigNode child : node.children()) {
        object.put(child.key(), read(child, depth + 1));
      }
      return object;
    }
    if (node.isSequence()) {
      JSONArray list = new JSONArray();
      for (ConfigNode child : node.children()) {
        list.put(read(child, depth + 1));
      }
      return list;
    }
    return node.scalar().map(JsonValues::scalar).orElse(JSONObject.NULL);
  }

  private static Object scalar(ScalarValue value) {
    if (value instanceof ScalarValue.Null) {
      return JSONObject.NULL;
    }
    if (value instanceof ScalarValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof ScalarValue.Int number) {
      return integer(number.value());
    }
    if (value instanceof ScalarValue.Real number && Double.isFinite(number.value())) {
      return number.value();
    }
    return value.text();
  }

  private static Object integer(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  /** Says that a document is larger, or deeper, than any configuration. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
