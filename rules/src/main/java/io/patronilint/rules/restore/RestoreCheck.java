package io.patronilint.rules.restore;

import io.patronilint.core.finding.Location;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was looked at after a restore.
 *
 * @param id its name, the same in every verification
 * @param status how it is
 * @param text what is so, in whole sentences
 * @param place where it shows, or null
 * @param commands commands for a person to run; never run by us
 */
public record RestoreCheck(
    String id, Status status, String text, @Nullable Location place, List<String> commands) {

  /** How something is. */
  public enum Status {
    /** As it should be. */
    OK,
    /** Not as it should be. */
    OPEN,
    /** No file shows it. */
    UNKNOWN,
    /** Nothing is wrong, but it is not to be forgotten. */
    NOTE;

    /** Returns the name used in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the list. */
  public RestoreCheck {
    commands = List.copyOf(commands);
  }

  static RestoreCheck ok(String id, String text, @Nullable Location place) {
    return new RestoreCheck(id, Status.OK, text, place, List.of());
  }

  static RestoreCheck open(String id, String text, @Nullable Location place, String... commands) {
    return new RestoreCheck(id, Status.OPEN, text, place, List.of(commands));
  }

  static RestoreCheck unknown(String id, String text, String... commands) {
    return new RestoreCheck(id, Status.UNKNOWN, text, null, List.of(commands));
  }

  static RestoreCheck note(String id, String text, @Nullable Location place) {
    return new RestoreCheck(id, Status.NOTE, text, place, List.of());
  }

  /** Tells whether nothing has to be done or found out for it. */
  public boolean settled() {
    return status == Status.OK || status == Status.NOTE;
  }
}
