package io.patronilint.core.workspace;

/**
 * The first words of the fragments that {@code patroni-lint restore init} writes.
 *
 * <p>People keep them in version control beside the configuration that they belong to, where
 * Patroni does not read them. So they are no configuration that a directory is searched for; named
 * by hand, or in a folder of fragments, they are merged with the configuration.
 */
public final class RestoreMark {

  /** What the first line begins with. */
  public static final String WORDS = "# patroni-lint restore init:";

  private RestoreMark() {}

  /** Tells whether {@code file} is such a fragment. */
  public static boolean in(SourceFile file) {
    return file.text().text().startsWith(WORDS);
  }
}
