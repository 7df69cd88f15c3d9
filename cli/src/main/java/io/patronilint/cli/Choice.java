package io.patronilint.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option that takes one of a few words: the constants of an enum. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {

  private final E[] values;

  private Choice(E[] values) {
    this.values = values;
  }

  static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return new Choice<>(type.getEnumConstants());
  }

  @Override
  public E convert(String word) {
    for (E value : values) {
      if (word(value).equals(word)) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(Choice::word).collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + word + "' is none of " + known);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
