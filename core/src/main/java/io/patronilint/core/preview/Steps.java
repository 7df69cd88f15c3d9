package io.patronilint.core.preview;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.List;

/** Commands for a person to run. */
final class Steps {

  private Steps() {}

  /** Makes the DCS forget the cluster. */
  static Advice removeCluster(Node node, String title) {
    return Advice.of(title, patronictl(node, "remove"));
  }

  /** Ends maintenance mode. */
  static Advice resume(Node node) {
    return Advice.of("End maintenance mode", patronictl(node, "resume"));
  }

  /** Takes a file of the data directory away. */
  static Advice removeFile(Situation at, String name, String title, boolean also) {
    return new Advice(title, List.of("rm " + word(directory(at) + "/" + name)), also);
  }

  private static String directory(Situation at) {
    return at.node()
        .local()
        .at("postgresql", "data_dir")
        .flatMap(ConfigNode::text)
        .orElse(at.disk().path());
  }

  private static String patronictl(Node node, String command) {
    String scope = node.local().at("scope").flatMap(ConfigNode::text).orElse("SCOPE");
    return "patronictl -c " + word(node.mainFile().path()) + " " + command + " " + word(scope);
  }

  private static String word(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "/._-+:@%".indexOf(c) >= 0);
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
