package io.patronilint.core.server;

import io.patronilint.core.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which client authentication, or map of user names, PostgreSQL uses.
 *
 * @param source where it comes from
 * @param path the file that PostgreSQL reads
 * @param lines the lines that Patroni writes; none if it writes nothing
 * @param value the setting that decides, or null
 */
public record PgHba(Source source, String path, List<String> lines, @Nullable Value value) {

  /** Copies the list. */
  public PgHba {
    lines = List.copyOf(lines);
  }

  /** The places that compete; the first that is set wins. */
  public enum Source {
    /** {@code postgresql.parameters.hba_file}: a file that Patroni does not write. */
    PARAMETER,
    /** {@code postgresql.pg_hba}: the file is written at every start. */
    SECTION,
    /** {@code bootstrap.pg_hba}: appended once to the file that is there. */
    BOOTSTRAP,
    /** The file that is there. */
    EXISTING
  }
}
