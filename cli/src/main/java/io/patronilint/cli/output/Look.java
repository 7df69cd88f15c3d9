package io.patronilint.cli.output;

import java.util.function.Supplier;

/**
 * How a report is to look.
 *
 * @param style with or without colours
 * @param width columns of the terminal
 * @param quiet whether to leave out everything that is not a finding
 * @param version gives our own version, for formats that name the tool
 * @param masking what must not be shown
 */
public record Look(
    Style style, int width, boolean quiet, Supplier<String> version, Masking masking) {

  /** Returns the same look without colours, as files have it. */
  public Look plain() {
    return new Look(Style.PLAIN, width, quiet, version, masking);
  }
}
