package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import io.patronilint.core.patch.UnifiedDiff;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hides the secrets of files in whatever is shown. Looks for them only when there is something to
 * show. Not thread-safe.
 */
public final class Masking {

  /** What stands where a secret was; its length says nothing about the secret. */
  static final String MASK = Secrets.MASK;

  private final @Nullable List<SourceFile> files;
  private final Map<SourceFile, List<Span>> spans = new HashMap<>();
  private @Nullable Secrets secrets;

  private Masking(@Nullable List<SourceFile> files) {
    this.files = files == null ? null : List.copyOf(files);
  }

  /** Returns a masking that knows the secrets of {@code files}. */
  public static Masking of(List<SourceFile> files) {
    return new Masking(files);
  }

  /** Returns a masking that hides nothing, for people who ask for their secrets. */
  public static Masking none() {
    return new Masking(null);
  }

  /** Returns {@code text} with every secret in it replaced. */
  public String text(String text) {
    return files == null ? text : secrets().mask(text);
  }

  /**
   * Returns the value of a setting with every secret in it replaced.
   *
   * @param keys the keys that lead to it
   */
  String setting(List<String> keys, String value) {
    if (files == null) {
      return value;
    }
    boolean secret = keys.stream().anyMatch(key -> Secrets.isSecret(key, value));
    return secret ? MASK : secrets().mask(value);
  }

  /** Returns the parts of {@code file} that hold secrets, ordered, not overlapping. */
  List<Span> secrets(SourceFile file) {
    return spans.computeIfAbsent(file, secrets()::spans);
  }

  /** Returns the diff of {@code change} with every secret in it replaced. */
  String diff(Patch.Change change) {
    return UnifiedDiff.masked(change, secrets());
  }

  private Secrets secrets() {
    if (secrets == null) {
      secrets = files == null ? Secrets.none() : Secrets.in(files);
    }
    return secrets;
  }
}
