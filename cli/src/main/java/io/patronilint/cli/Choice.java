package io.patronilint.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option that takes one of a few words: the constants of an enum, a hyphen
 * for an underscore.
 */
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
    return find(word).orElseThrow(() -> new TypeConversionException(complaint(word)));
  }

  /** Returns the value that {@code word} means, if it means one. */
  Optional<E> find(String word) {
    return Arrays.stream(values).filter(value -> word(value).equals(word)).findFirst();
  }

  /** Says that {@code word} means nothing and which words do. */
  String complaint(String word) {
    String known = Arrays.stream(values).map(Choice::word).collect(Collectors.joining(", "));
    return "'" + word + "' is none of " + known;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
