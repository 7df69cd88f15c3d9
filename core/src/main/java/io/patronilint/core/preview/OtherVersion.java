package io.patronilint.core.preview;

import io.patronilint.core.Version;
import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Versions;
import java.util.Optional;

/** A data directory of another major version than PostgreSQL's programs. */
final class OtherVersion {

  private OtherVersion() {}

  /** Returns the verdict if {@code postgresql.bin_dir} and {@code PG_VERSION} disagree. */
  static Optional<Verdict> of(Situation at, Draft draft) {
    Optional<ConfigNode> binDir = at.node().local().at("postgresql", "bin_dir");
    Optional<SourceFile> file = at.disk().file("PG_VERSION");
    Optional<Version> programs = binDir.flatMap(ConfigNode::text).flatMap(Versions::inPath);
    Optional<Version> data = file.flatMap(f -> Version.parse(f.text().text()));
    if (programs.isEmpty() || data.isEmpty() || programs.get().compareTo(data.get()) == 0) {
      return Optional.empty();
    }
    binDir.ifPresent(
        n ->
            draft.evidence(n.location(), "the programs are those of PostgreSQL " + programs.get()));
    file.ifPresent(
        f ->
            draft.evidence(
                Location.of(f), "the data directory is one of PostgreSQL " + data.get()));
    return Optional.of(
        draft.end(
            Outcome.BROKEN_LOOP,
            Contents.NONE,
            "PostgreSQL will not start (\"database files are incompatible with server\"), because"
                + " the data directory is one of PostgreSQL "
                + data.get()
                + " and postgresql.bin_dir names PostgreSQL "
                + programs.get()
                + "; Patroni tries again in every loop."));
  }
}
