package io.patronilint.rules.support;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarValue;

/** Turns values that were read into values that {@code YamlEditor} writes. */
public final class EditValue {

  private static final int BITS_OF_INTEGER = 31;

  private EditValue() {}

  /** Returns the value of a scalar; one that is no string, boolean or small integer as a string. */
  public static Object of(ConfigNode node) {
    ScalarValue value = node.scalar().orElse(null);
    if (value instanceof ScalarValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof ScalarValue.Int number && number.value().bitLength() <= BITS_OF_INTEGER) {
      return number.value().intValue();
    }
    return node.text().orElse("");
  }
}
