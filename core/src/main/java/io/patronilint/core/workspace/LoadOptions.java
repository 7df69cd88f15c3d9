package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link WorkspaceLoader} was asked for; absent companions are null. */
record LoadOptions(
    Path base,
    List<Path> paths,
    @Nullable Path dynamicConfig,
    @Nullable Path dataDir,
    @Nullable Path autoConf,
    @Nullable Path pgbackrestConf,
    @Nullable Path envFile,
    boolean variablesAlone,
    DcsState dcs,
    Target target) {

  LoadOptions {
    paths = List.copyOf(paths);
  }

  LoadOptions withTarget(Target other) {
    return new LoadOptions(
        base,
        paths,
        dynamicConfig,
        dataDir,
        autoConf,
        pgbackrestConf,
        envFile,
        variablesAlone,
        dcs,
        other);
  }
}
