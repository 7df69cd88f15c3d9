package io.patronilint.cli.output;

import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;

/** Knows what must not be shown. */
public interface Masking {

  /** What stands where a secret was; its length says nothing about the secret. */
  String MASK = "********";

  /** Returns {@code text} with every secret in it replaced. */
  String text(String text);

  /** Returns the parts of {@code file} that hold secrets, ordered, not overlapping. */
  List<Span> secrets(SourceFile file);

  /** Returns a masking that hides nothing, for texts known to be harmless. */
  static Masking none() {
    return new Masking() {
      @Override
      public String text(String text) {
        return text;
      }

      @Override
      public List<Span> secrets(SourceFile file) {
        return List.of();
      }
    };
  }
}
