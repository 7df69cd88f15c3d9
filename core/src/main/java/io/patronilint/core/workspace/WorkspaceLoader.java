package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.parallel.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds files, reads them and groups them into clusters and nodes.
 *
 * <p>Everything named explicitly is read whatever it is called; directories are walked and their
 * files recognised by name and content, {@code .gitignore} respected.
 */
public final class WorkspaceLoader {

  private final List<Path> paths = new ArrayList<>();
  private final List<SourceFile> texts = new ArrayList<>();
  private Path base = Path.of("");
  private @Nullable Path dynamicConfig;
  private @Nullable Path dataDir;
  private @Nullable Path autoConf;
  private @Nullable Path pgbackrestConf;
  private @Nullable Path envFile;
  private boolean variablesAlone;
  private DcsState dcs = DcsState.UNKNOWN;
  private Target target = Target.unknown();
  private Workers workers = Workers.all();

  private WorkspaceLoader() {}

  /** Starts with nothing; the base is the current directory. */
  public static WorkspaceLoader builder() {
    return new WorkspaceLoader();
  }

  /** Adds files and directories to look at. */
  public WorkspaceLoader paths(List<Path> more) {
    paths.addAll(more);
    return this;
  }

  /** Sets the folder that reported paths are relative to. */
  public WorkspaceLoader base(Path folder) {
    this.base = folder;
    return this;
  }

  /** Names the dynamic configuration of all nodes. */
  public WorkspaceLoader dynamicConfig(@Nullable Path file) {
    this.dynamicConfig = file;
    return this;
  }

  /** Names the data directory of the only node. */
  public WorkspaceLoader dataDir(@Nullable Path directory) {
    this.dataDir = directory;
    return this;
  }

  /** Names a postgresql.auto.conf that stands outside its data directory. */
  public WorkspaceLoader autoConf(@Nullable Path file) {
    this.autoConf = file;
    return this;
  }

  /** Names the pgbackrest.conf of all nodes. */
  public WorkspaceLoader pgbackrestConf(@Nullable Path file) {
    this.pgbackrestConf = file;
    return this;
  }

  /** Names a file of {@code PATRONI_*} variables for all nodes. */
  public WorkspaceLoader envFile(@Nullable Path file) {
    this.envFile = file;
    return this;
  }

  /**
   * Takes a file of variables for a node where no configuration of Patroni is found: Patroni runs
   * with variables alone, but there is nothing that could be edited.
   */
  public WorkspaceLoader variablesAlone(boolean allowed) {
    this.variablesAlone = allowed;
    return this;
  }

  /** Says what has become of the DCS. */
  public WorkspaceLoader dcs(DcsState state) {
    this.dcs = state;
    return this;
  }

  /** Says which versions the configuration is meant for. */
  public WorkspaceLoader target(Target versions) {
    this.target = versions;
    return this;
  }

  /** Sets how many threads to read with at most, instead of one a processor. */
  public WorkspaceLoader jobs(int threads) {
    this.workers = Workers.of(threads);
    return this;
  }

  /** Adds a text that came by standard input, under the name {@code name}. */
  public WorkspaceLoader stdin(String text, String name) {
    return text(name, text);
  }

  /**
   * Adds a text as if it were a file at {@code path}, relative and with {@code /}.
   *
   * <p>A text called {@code pgdata/PG_VERSION} makes {@code pgdata} a data directory.
   */
  public WorkspaceLoader text(String path, String text) {
    texts.add(FileReader.ofText(path, text));
    return this;
  }

  /** Reads everything; problems with single files become findings, never exceptions. */
  public Workspace load() {
    LoadOptions options =
        new LoadOptions(
            base.toAbsolutePath().normalize(),
            paths,
            dynamicConfig,
            dataDir,
            autoConf,
            pgbackrestConf,
            envFile,
            variablesAlone,
            dcs,
            target);
    Found found = new Discovery(options, workers).find();
    return Workspace.assemble(options, found.with(texts));
  }
}
