package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.model.ConfigTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One member: its local configuration and what belongs to it.
 *
 * @param name the member's name, or the file's path where none is set
 * @param local the local configuration: one file, or fragments merged as Patroni merges them
 * @param dynamic the dynamic configuration of the cluster, or null if none was given
 * @param dataDirectory its data directory, or null if none was given
 * @param pgbackrest its pgbackrest.conf, or null if none was given
 * @param environment files with its {@code PATRONI_*} variables
 * @param dcs what is known of the cluster's keys in the DCS
 * @param target the versions it is meant for
 * @param inferredFrom where the versions were found, for reports
 */
public record Node(
    String name,
    ConfigTree local,
    @Nullable ConfigTree dynamic,
    @Nullable DataDirectory dataDirectory,
    @Nullable SourceFile pgbackrest,
    List<SourceFile> environment,
    DcsState dcs,
    Target target,
    String inferredFrom) {

  /** Copies the list. */
  public Node {
    environment = List.copyOf(environment);
  }

  /** Returns the file of the local configuration that fixes go to: the last fragment. */
  public SourceFile mainFile() {
    return local.files().get(local.files().size() - 1);
  }

  /** Returns {@code postgresql.auto.conf} of the data directory, if it was read. */
  public Optional<SourceFile> autoConf() {
    return dataDirectory == null
        ? Optional.empty()
        : dataDirectory.files().stream().filter(f -> f.kind() == FileKind.AUTO_CONF).findFirst();
  }
}
