package io.patronilint.core.value;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes values of a document's nodes. Aliases can make a document endless, or so large that no
 * memory holds it; what lies beyond any size that a configuration has is left out.
 */
final class ValueReader {

  private static final int MAX_VALUES = 500_000;
  private static final int MAX_DEPTH = 500;

  private final Function<ConfigNode, Origin> origins;
  private int values;
  private int depth;

  ValueReader(Function<ConfigNode, Origin> origins) {
    this.origins = origins;
  }

  Value read(ConfigNode node) {
    Origin origin = origins.apply(node);
    boolean readable = ++values < MAX_VALUES && depth < MAX_DEPTH;
    depth++;
    try {
      if (node.isMapping()) {
        Mapping.Builder mapping = Mapping.builder(origin);
        for (ConfigNode child : readable ? node.children() : List.<ConfigNode>of()) {
          mapping.put(child.keyValue(), read(child));
        }
        return mapping.build();
      }
      if (node.isSequence()) {
        List<Value> items = new ArrayList<>();
        for (ConfigNode child : readable ? node.children() : List.<ConfigNode>of()) {
          items.add(read(child));
        }
        return new Value.Sequence(items, origin);
      }
      return new Value.Scalar(node.scalar().orElseGet(ScalarValue.Null::new), origin);
    } finally {
      depth--;
    }
  }
}
