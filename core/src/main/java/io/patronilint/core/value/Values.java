package io.patronilint.core.value;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Makes values. */
public final class Values {

  private Values() {}

  /** Returns what {@code node} holds; every part of it knows its own place. */
  public static Value of(ConfigNode node, Origin.Source source) {
    Origin origin = Origin.written(source, node);
    if (node.isMapping()) {
      Mapping.Builder mapping = Mapping.builder(origin);
      for (ConfigNode child : node.children()) {
        mapping.put(child.keyValue(), of(child, source));
      }
      return mapping.build();
    }
    if (node.isSequence()) {
      List<Value> items = new ArrayList<>();
      node.children().forEach(child -> items.add(of(child, source)));
      return new Value.Sequence(items, origin);
    }
    return new Value.Scalar(node.scalar().orElseGet(ScalarValue.Null::new), origin);
  }

  /** Returns a string. */
  public static Value.Scalar string(String text, Origin origin) {
    return new Value.Scalar(new ScalarValue.Str(text), origin);
  }

  /** Returns an integer. */
  public static Value.Scalar integer(long number, Origin origin) {
    return new Value.Scalar(new ScalarValue.Int(BigInteger.valueOf(number)), origin);
  }

  /** Returns a boolean. */
  public static Value.Scalar bool(boolean value, Origin origin) {
    return new Value.Scalar(new ScalarValue.Bool(value), origin);
  }
}
