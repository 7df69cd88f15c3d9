package io.patronilint.rules.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fragment is to do.
 *
 * @param tool the backup tool
 * @param environment the name of the environment, for people
 * @param target where recovery is to end
 * @param member the member to restore, or null for the first one that may lead
 * @param backup the backup to restore, as its tool names it, or null for the tool's own choice
 * @param values what no file says
 * @param file what the fragment is going to be called
 * @param commandLine the words of the command line that asks for it
 */
public record FragmentRequest(
    BackupTool tool,
    String environment,
    RecoveryTarget target,
    @Nullable String member,
    @Nullable String backup,
    FragmentValues values,
    String file,
    List<String> commandLine) {

  /** Copies the list. */
  public FragmentRequest {
    commandLine = List.copyOf(commandLine);
  }

  /** Returns the restore that a plan would be asked for. */
  RestoreRequest restore() {
    RestoreRequest usual = RestoreRequest.usual();
    return new RestoreRequest(target, usual.onto(), member, backup, usual.service());
  }
}
