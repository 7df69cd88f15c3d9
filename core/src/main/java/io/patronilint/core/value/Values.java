package io.patronilint.core.value;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;
import java.util.Optional;

/** Makes values. */
public final class Values {

  private Values() {}

  /** Returns what {@code node} holds; every part of it knows its own place. */
  public static Value of(ConfigNode node, Origin.Source source) {
    return new ValueReader(child -> Origin.written(source, child)).read(node);
  }

  /**
   * Returns what {@code yaml.safe_load} makes of a text, all of it with one origin; empty if it is
   * refused or holds nothing.
   */
  public static Optional<Value> ofYaml(String text, Origin origin) {
    ConfigNode root = ConfigTree.of(SourceFile.of("", FileKind.UNKNOWN, text)).root();
    return Optional.ofNullable(root).map(node -> new ValueReader(child -> origin).read(node));
  }

  /**
   * Returns {@code value}, and all of it that came from {@code from}, as if it came from {@code
   * to}.
   */
  public static Value moved(Value value, Origin.Source from, Origin.Source to) {
    Origin origin = value.origin();
    Origin other =
        origin.source() == from
            ? new Origin(to, origin.node(), origin.location(), origin.detail(), origin.was())
            : origin;
    if (value instanceof Mapping mapping) {
      Mapping.Builder entries = Mapping.builder(other);
      mapping.entries().forEach(e -> entries.put(e.getKey(), moved(e.getValue(), from, to)));
      return entries.build();
    }
    if (value instanceof Value.Sequence list) {
      return new Value.Sequence(
          list.items().stream().map(item -> moved(item, from, to)).toList(), other);
    }
    return value.withOrigin(other);
  }

  /** Returns {@code value} with the keys that JSON makes of them: strings. */
  public static Value throughJson(Value value) {
    if (value instanceof Mapping mapping) {
      Mapping.Builder entries = Mapping.builder(mapping.origin());
      mapping.entries().forEach(e -> entries.put(jsonKey(e.getKey()), throughJson(e.getValue())));
      return entries.build();
    }
    if (value instanceof Value.Sequence list) {
      return new Value.Sequence(
          list.items().stream().map(Values::throughJson).toList(), list.origin());
    }
    return value;
  }

  private static String jsonKey(ScalarValue key) {
    return switch (key.type()) {
      case NULL -> "null";
      case BOOL -> key.truthy() ? "true" : "false";
      default -> key.text();
    };
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
