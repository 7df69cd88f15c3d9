package io.patronilint.core.value;

import io.patronilint.core.yaml.ScalarValue;
import java.util.List;
import java.util.Optional;

/**
 * A value as Python holds it, with where it comes from. Immutable.
 *
 * <p>Two values are compared with {@link #sameAs}, which does not look at origins.
 */
public sealed interface Value permits Value.Scalar, Value.Sequence, Mapping {

  /** Returns where the value comes from. */
  Origin origin();

  /** Returns this value with another origin; the parts of a collection keep theirs. */
  Value withOrigin(Origin other);

  /** Tells whether Python takes the value for true: not null, false, 0 or empty. */
  boolean truthy();

  /** Tells whether {@code other} is an equal value of the same type, wherever it comes from. */
  boolean sameAs(Value other);

  /** Tells whether the value is {@code None}. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.value() instanceof ScalarValue.Null;
  }

  /** Returns Python's {@code str()} of a scalar that is not null; empty for everything else. */
  default Optional<String> text() {
    return this instanceof Scalar scalar && !isNull()
        ? Optional.of(scalar.value().text())
        : Optional.empty();
  }

  /** A value without parts. */
  record Scalar(ScalarValue value, Origin origin) implements Value {

    @Override
    public Scalar withOrigin(Origin other) {
      return new Scalar(value, other);
    }

    @Override
    public boolean truthy() {
      return value.truthy();
    }

    @Override
    public boolean sameAs(Value other) {
      return other instanceof Scalar scalar && value.equals(scalar.value);
    }
  }

  /** A list. */
  record Sequence(List<Value> items, Origin origin) implements Value {

    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Sequence withOrigin(Origin other) {
      return new Sequence(items, other);
    }

    @Override
    public boolean truthy() {
      return !items.isEmpty();
    }

    @Override
    public boolean sameAs(Value other) {
      if (!(other instanceof Sequence list) || list.items.size() != items.size()) {
        return false;
      }
      for (int i = 0; i < items.size(); i++) {
        if (!items.get(i).sameAs(list.items.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
