package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.workspace.SourceFile;
import java.util.Optional;

/**
 * What {@code pg_controldata} printed, or would print of the control file.
 *
 * <p>Patroni decides on the state, the system identifier and the timeline ({@code
 * Postgresql.controldata}); it runs the program with {@code LANG=C}, so only English labels count.
 */
public final class ControlData {

  private static final String STATE = "Database cluster state";

  private final SourceFile file;
  private final LabelledLines lines;

  private ControlData(SourceFile file) {
    this.file = file;
    this.lines = LabelledLines.of(file);
  }

  /** Reads {@code file}. */
  public static ControlData of(SourceFile file) {
    return new ControlData(file);
  }

  /** Tells whether {@code text} looks like this output, perhaps cut off. */
  public static boolean looksLike(String text) {
    return text.contains("pg_control version number:") || text.contains(STATE + ":");
  }

  /** Returns the file that holds the output. */
  public SourceFile file() {
    return file;
  }

  /** Returns the state, for instance {@code in production}; empty if the output is cut off. */
  public Optional<String> state() {
    return lines.value(STATE);
  }

  /** Returns the place of the state, or of the file. */
  public Location statePlace() {
    return lines.location(STATE).orElseGet(() -> Location.of(file));
  }

  /** Returns the system identifier. */
  public Optional<String> systemIdentifier() {
    return lines.value("Database system identifier");
  }

  /** Returns the place of the system identifier, or of the file. */
  public Location systemIdentifierPlace() {
    return lines.location("Database system identifier").orElseGet(() -> Location.of(file));
  }

  /** Returns the timeline of the latest checkpoint. */
  public Optional<Integer> timeline() {
    return lines.value("Latest checkpoint's TimeLineID").flatMap(ControlData::number);
  }

  /** Returns the name of the WAL file in which crash recovery starts. */
  public Optional<String> redoWalFile() {
    return lines.value("Latest checkpoint's REDO WAL file").filter(WalFiles::isSegment);
  }

  /** Returns the place of the name of the WAL file, or of the file. */
  public Location redoPlace() {
    return lines.location("Latest checkpoint's REDO WAL file").orElseGet(() -> Location.of(file));
  }

  /** Returns where the latest checkpoint is in the WAL. */
  public Optional<Lsn> checkpoint() {
    return lines.value("Latest checkpoint location").flatMap(Lsn::parse);
  }

  /** Tells whether recovery from a backup has begun and its end has not been reached. */
  public boolean insideBackup() {
    return lines
        .value("Backup start location")
        .flatMap(Lsn::parse)
        .filter(lsn -> lsn.value() != 0)
        .isPresent();
  }

  private static Optional<Integer> number(String text) {
    boolean digits = text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
