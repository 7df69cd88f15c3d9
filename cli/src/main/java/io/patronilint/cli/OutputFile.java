package io.patronilint.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A report to write to a file.
 *
 * @param format its form
 * @param file its path as it was given
 */
record OutputFile<F extends Enum<F>>(F format, String file) {

  /**
   * Reads the values of {@code --output}, each {@code FORMAT=FILE}.
   *
   * @throws UsageException if one is not of that form
   */
  static <F extends Enum<F>> List<OutputFile<F>> parse(List<String> values, Class<F> formats) {
    List<OutputFile<F>> outputs = new ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new UsageException("--output takes FORMAT=FILE, not '" + value + "'");
      }
      Choice<F> choice = Choice.of(formats);
      String word = value.substring(0, equals);
      F format =
          choice
              .find(word)
              .orElseThrow(() -> new UsageException("--output: " + choice.complaint(word)));
      outputs.add(new OutputFile<>(format, value.substring(equals + 1)));
    }
    return outputs;
  }
}
