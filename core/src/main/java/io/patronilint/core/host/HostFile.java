package io.patronilint.core.host;

/**
 * What stands at a path of the machine, symbolic links followed.
 *
 * @param path the path without symbolic links where these can be read, else as it was asked for
 * @param kind what it is
 * @param mode the permission bits, {@code 0640} for instance; 0 if {@code kind} tells nothing
 * @param uid the owner's number, or -1
 * @param gid the group's number, or -1
 * @param owner the owner's name, or its number as text; may be empty
 */
public record HostFile(String path, Kind kind, int mode, int uid, int gid, String owner) {

  /** What a path leads to. */
  public enum Kind {
    /** Nothing is there. */
    ABSENT,
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A device, a socket or a pipe. */
    OTHER,
    /** Something that we may not look at. */
    HIDDEN
  }

  /** Returns a file of which nothing is known but {@code kind}. */
  public static HostFile of(String path, Kind kind) {
    return new HostFile(path, kind, 0, -1, -1, "");
  }

  /** Tells whether nothing is there, for certain. */
  public boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  /** Tells whether it is a directory. */
  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }

  /** Tells whether something is there whose owner and mode are known. */
  public boolean isKnown() {
    return kind != Kind.ABSENT && kind != Kind.HIDDEN;
  }

  /** Returns the mode as {@code chmod} takes it: {@code 0640}. */
  public String octal() {
    String digits = Integer.toOctalString(mode);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
