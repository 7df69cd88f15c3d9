package io.patronilint.core.workspace;

import io.patronilint.core.Target;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.observed.ControlData;
import io.patronilint.core.observed.MemberList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One member: its local configuration and what belongs to it. Immutable. */
public final class Node {

  private final String name;
  private final ConfigTree local;
  private final @Nullable ConfigTree dynamic;
  private final @Nullable DataDirectory dataDirectory;
  private final @Nullable SourceFile pgbackrest;
  private final List<SourceFile> pgbackrestIncludes;
  private final List<SourceFile> environment;
  private final List<SourceFile> outputs;
  private final DcsState dcs;
  private final Target target;
  private final String inferredFrom;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>(4);

  /**
   * Makes a node.
   *
   * @param name the member's name, or the file's path where none is set
   * @param local the local configuration: one file, or fragments merged as Patroni merges them
   * @param dynamic the dynamic configuration of the cluster, or null if none was given
   * @param dataDirectory its data directory, or null if none was given
   * @param pgbackrest its pgbackrest.conf, or null if none was given
   * @param pgbackrestIncludes the files of the folder conf.d that pgBackRest reads, too
   * @param environment files with its {@code PATRONI_*} variables
   * @param outputs what commands printed about it, outside its data directory, and the file that
   *     {@code custom_conf} names
   * @param dcs what is known of the cluster's keys in the DCS
   * @param target the versions it is meant for
   * @param inferredFrom where the versions were found, for reports
   */
  public Node(
      String name,
      ConfigTree local,
      @Nullable ConfigTree dynamic,
      @Nullable DataDirectory dataDirectory,
      @Nullable SourceFile pgbackrest,
      List<SourceFile> pgbackrestIncludes,
      List<SourceFile> environment,
      List<SourceFile> outputs,
      DcsState dcs,
      Target target,
      String inferredFrom) {
    this.name = name;
    this.local = local;
    this.dynamic = dynamic;
    this.dataDirectory = dataDirectory;
    this.pgbackrest = pgbackrest;
    this.pgbackrestIncludes = List.copyOf(pgbackrestIncludes);
    this.environment = List.copyOf(environment);
    this.outputs = List.copyOf(outputs);
    this.dcs = dcs;
    this.target = target;
    this.inferredFrom = inferredFrom;
  }

  /** Returns the member's name, or the file's path where none is set. */
  public String name() {
    return name;
  }

  /** Returns the local configuration: one file, or fragments merged as Patroni merges them. */
  public ConfigTree local() {
    return local;
  }

  /** Returns the dynamic configuration of the cluster, or null if none was given. */
  public @Nullable ConfigTree dynamic() {
    return dynamic;
  }

  /** Returns its data directory, or null if none was given. */
  public @Nullable DataDirectory dataDirectory() {
    return dataDirectory;
  }

  /** Returns its pgbackrest.conf, or null if none was given. */
  public @Nullable SourceFile pgbackrest() {
    return pgbackrest;
  }

  /** Returns the files of the folder conf.d that pgBackRest appends to its pgbackrest.conf. */
  public List<SourceFile> pgbackrestIncludes() {
    return pgbackrestIncludes;
  }

  /** Returns the files with its {@code PATRONI_*} variables. */
  public List<SourceFile> environment() {
    return environment;
  }

  /**
   * Returns the files with what commands printed about it, outside its data directory, and the file
   * that {@code custom_conf} names.
   */
  public List<SourceFile> outputs() {
    return outputs;
  }

  /** Returns what is known of the cluster's keys in the DCS. */
  public DcsState dcs() {
    return dcs;
  }

  /** Returns the versions it is meant for. */
  public Target target() {
    return target;
  }

  /** Returns where the versions were found, for reports. */
  public String inferredFrom() {
    return inferredFrom;
  }

  /** Returns the file of the local configuration that fixes go to: the last fragment. */
  public SourceFile mainFile() {
    return local.files().get(local.files().size() - 1);
  }

  /** Returns {@code postgresql.auto.conf} of the data directory, if it was read. */
  public Optional<SourceFile> autoConf() {
    if (dataDirectory != null) {
      for (SourceFile file : dataDirectory.files()) {
        if (file.kind() == FileKind.AUTO_CONF) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what is worked out from this node, so that all who need it share it. Safe to use from
   * several threads; each may then work it out, and all get the same.
   *
   * @param type the type of the result, of which a node keeps one
   * @param work works it out from this node alone
   */
  public <T> T derived(Class<T> type, Supplier<T> work) {
    Object known = derived.get(type);
    if (known == null) {
      T made = work.get();
      Object first = derived.putIfAbsent(type, made);
      known = first == null ? made : first;
    }
    return type.cast(known);
  }

  @Override
  public String toString() {
    return "Node[" + name + "]";
  }

  /** Returns what {@code patronictl list} printed, if it was handed over. */
  public Optional<MemberList> memberList() {
    return output(FileKind.MEMBER_LIST).flatMap(MemberList::of);
  }

  /**
   * Returns what the control file of the data directory holds or, failing that, what {@code
   * pg_controldata} printed, if either was handed over.
   */
  public Optional<ControlData> controlData() {
    return Optional.ofNullable(dataDirectory)
        .flatMap(DataDirectory::controlData)
        .or(() -> output(FileKind.CONTROL_DATA).map(ControlData::of));
  }

  /** Returns the file that holds the output of {@code kind}: in the data directory, or beside. */
  public Optional<SourceFile> output(FileKind kind) {
    return ofKind(kind).findFirst();
  }

  /** Returns the files of Barman's configuration that were handed over with the node. */
  public List<SourceFile> barman() {
    return ofKind(FileKind.BARMAN).toList();
  }

  private Stream<SourceFile> ofKind(FileKind kind) {
    List<SourceFile> inside = dataDirectory == null ? List.of() : dataDirectory.files();
    return Stream.concat(inside.stream(), outputs.stream()).filter(f -> f.kind() == kind);
  }

  /** Returns this node with another local configuration. */
  public Node withLocal(ConfigTree other) {
    return with(other, dcs, target);
  }

  /** Returns this node with something else known of the DCS. */
  public Node withDcs(DcsState other) {
    return with(local, other, target);
  }

  /** Returns this node meant for other versions. */
  public Node withTarget(Target other) {
    return with(local, dcs, other);
  }

  private Node with(ConfigTree tree, DcsState state, Target versions) {
    return new Node(
        name,
        tree,
        dynamic,
        dataDirectory,
        pgbackrest,
        pgbackrestIncludes,
        environment,
        outputs,
        state,
        versions,
        inferredFrom);
  }
}
