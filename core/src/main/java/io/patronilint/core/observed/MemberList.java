package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What {@code patronictl list} printed, as a table or with {@code -f json}.
 *
 * @param file the file that holds the output
 * @param cluster name of the cluster; empty if it is not printed
 * @param details what stands in parentheses behind the name: the system identifier, {@code
 *     uninitialized} or {@code initializing}; empty where Patroni does not print it (3.0 to 3.2,
 *     JSON)
 * @param place where the name is printed
 * @param members the members
 * @param paused whether the cluster is in maintenance mode
 */
public record MemberList(
    SourceFile file,
    String cluster,
    String details,
    Location place,
    List<ClusterMember> members,
    boolean paused) {

  private static final int SHORTEST_IDENTIFIER = 10;

  /** Copies the list. */
  public MemberList {
    members = List.copyOf(members);
  }

  /** Reads {@code file}; empty if it holds nothing of the kind. */
  public static Optional<MemberList> of(SourceFile file) {
    return file.text().text().stripLeading().startsWith("[") || !MemberTable.looksLike(file)
        ? MemberDocument.read(file)
        : MemberTable.read(file);
  }

  /** Tells whether {@code file} looks like this output. */
  public static boolean recognises(SourceFile file) {
    return MemberTable.looksLike(file) || MemberDocument.read(file).isPresent();
  }

  /** Returns the system identifier that the DCS holds ({@code Ha.sysid_valid}). */
  public Optional<String> systemIdentifier() {
    boolean valid =
        details.length() >= SHORTEST_IDENTIFIER
            && details.chars().allMatch(c -> c >= '0' && c <= '9');
    return valid ? Optional.of(details) : Optional.empty();
  }

  /** Tells whether the DCS is known not to hold the cluster. */
  public boolean uninitialised() {
    return details.equals("uninitialized");
  }

  /** Returns the member that leads and runs, unless it is called {@code self}. */
  public Optional<ClusterMember> otherLeader(String self) {
    return members.stream()
        .filter(m -> m.leads() && m.running() && !m.name().equals(self))
        .findFirst();
  }

  /** Returns the members other than {@code self} on which PostgreSQL runs. */
  public List<ClusterMember> othersRunning(String self) {
    return members.stream().filter(m -> m.running() && !m.name().equals(self)).toList();
  }
}
