package io.patronilint.core.host;

import java.util.Set;

/**
 * What a user may do with files, worked out from their owners and modes.
 *
 * <p>Asking the system would answer for the user who runs the linter, who is often root. An access
 * control list shows in the mode only as the bits of the group, which are then the most that it
 * allows to anyone but the owner (acl(5)): where these bits are off, it allows nothing either.
 */
public final class Permissions {

  /** The bits of a mode, as they stand for others than the owner and the group. */
  public enum Right {
    /** To read a file, or to list a directory. */
    READ(4),
    /** To write a file, or to make and remove files in a directory. */
    WRITE(2),
    /** To run a file, or to reach what is in a directory. */
    EXECUTE(1);

    private final int bit;

    Right(int bit) {
      this.bit = bit;
    }
  }

  private static final int OWNER = 6;
  private static final int GROUP = 3;

  private final Host host;
  private final Account account;

  /** Prepares for {@code account} on {@code host}. */
  public Permissions(Host host, Account account) {
    this.host = host;
    this.account = account;
  }

  /** Tells whether the account may do this with what is at the absolute {@code path}. */
  public Access of(String path, Right right) {
    HostFile file = host.file(path);
    Access access = reach(path).and(bits(file, right));
    return file.path().equals(path) ? access : access.and(reach(file.path()));
  }

  /** Tells whether the account gets through the directories above {@code path}. */
  private Access reach(String path) {
    Access access = Access.GRANTED;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = slash == 0 ? "/" : path.substring(0, slash);
      access = access.and(bits(host.file(folder), Right.EXECUTE));
    }
    return access;
  }

  private Access bits(HostFile file, Right right) {
    if (!file.isKnown()) {
      return file.isAbsent() ? Access.DENIED : Access.UNKNOWN;
    }
    boolean group = allows(file.mode() >> GROUP, right);
    boolean others = allows(file.mode(), right);
    if (account.isRoot()) {
      boolean any = group || others || allows(file.mode() >> OWNER, right);
      boolean needed = right == Right.EXECUTE && !file.isDirectory();
      return any || !needed ? Access.GRANTED : Access.DENIED;
    }
    if (file.uid() == account.uid()) {
      return allows(file.mode() >> OWNER, right) ? Access.GRANTED : Access.DENIED;
    }
    Set<Integer> groups = account.groups();
    if (groups == null && group != others) {
      return Access.UNKNOWN;
    }
    if (groups != null && groups.contains(file.gid())) {
      return group ? Access.GRANTED : Access.DENIED;
    }
    if (others) {
      return Access.GRANTED;
    }
    return group ? Access.DOUBTFUL : Access.DENIED;
  }

  private static boolean allows(int bits, Right right) {
    return (bits & right.bit) != 0;
  }
}
