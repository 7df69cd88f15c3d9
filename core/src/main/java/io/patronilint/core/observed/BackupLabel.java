package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.workspace.SourceFile;
import java.util.Optional;

/** The file {@code backup_label}: where recovery of a restored backup has to start. */
public final class BackupLabel {

  private static final String START = "START WAL LOCATION";

  private final SourceFile file;
  private final LabelledLines lines;

  private BackupLabel(SourceFile file) {
    this.file = file;
    this.lines = LabelledLines.of(file);
  }

  /** Reads {@code file}. */
  public static BackupLabel of(SourceFile file) {
    return new BackupLabel(file);
  }

  /** Returns the place of the line that says where to start, or of the file. */
  public Location place() {
    return lines.location(START).orElseGet(() -> Location.of(file));
  }

  /** Returns the name of the first WAL file that recovery needs. */
  public Optional<String> startFile() {
    return lines
        .value(START)
        .flatMap(
            value -> {
              int file = value.indexOf("(file ");
              int end = value.indexOf(')', Math.max(file, 0));
              return file < 0 || end < 0
                  ? Optional.empty()
                  : Optional.of(value.substring(file + "(file ".length(), end).strip());
            })
        .filter(WalFiles::isSegment);
  }

  /** Tells whether pgBackRest made the backup: it puts no WAL into it unless asked to. */
  public boolean byPgBackRest() {
    return lines.value("LABEL").filter(label -> label.startsWith("pgBackRest ")).isPresent();
  }

  /** Tells whether the backup was taken from a standby. */
  public boolean fromStandby() {
    return lines.value("BACKUP FROM").filter("standby"::equals).isPresent();
  }
}
