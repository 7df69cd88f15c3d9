package io.patronilint.rules.restore;

import io.patronilint.core.secret.Secrets;
import io.patronilint.core.workspace.Workspace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A commented part of a configuration with which Patroni restores a cluster: a custom bootstrap
 * method, the restore_command and a method that makes replicas from the backup. The commands are
 * those of {@link RestorePlan}.
 *
 * @param cluster the scope; empty if no file names it
 * @param repository what is restored from, for people: the stanza, the server, the program
 * @param check the command that checks it together with its configuration
 * @param entries what the text holds, in its order
 * @param text the YAML with its comments
 */
public record RestoreFragment(
    String cluster, String repository, String check, Map<String, Object> entries, String text) {

  /** Copies the collections; the order of the entries is kept. */
  public RestoreFragment {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Writes the fragment for the only cluster of {@code workspace}, or for one of which no file is
   * there.
   *
   * @throws FragmentException if something is not known, or contradicts the files
   */
  public static RestoreFragment of(Workspace workspace, FragmentRequest request) {
    FragmentSite found = FragmentSite.of(workspace, request);
    Site site = found.site();
    FragmentEntries parts = new FragmentEntries(site, request);
    Map<String, Object> entries = parts.root();
    FragmentHeader header = new FragmentHeader(found, request);
    CommentedYaml yaml = new CommentedYaml();
    header.write(yaml, entries.containsKey("bootstrap"));
    Map<String, String> comments = FragmentComments.of(site, request, parts);
    entries.forEach(
        (section, value) -> {
          yaml.gap();
          yaml.entries(Map.of(section, value), "", 0, comments);
        });
    String text = yaml.toString();
    if (!Secrets.none().mask(text).equals(text)) {
      throw new FragmentException(
          "a command would hold a secret; it belongs into the tool's own configuration or"
              + " environment, not into a file for version control");
    }
    return new RestoreFragment(site.scope(), header.repository(), header.check(), entries, text);
  }
}
