package io.patronilint.core.observed;

import io.patronilint.core.finding.Location;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The output of {@code patronictl list -f json}: a list with one mapping for each member. */
final class MemberDocument {

  private MemberDocument() {}

  static Optional<MemberList> read(SourceFile file) {
    String text = file.text().text().stripLeading();
    boolean list = text.startsWith("[") || text.startsWith("- ");
    if (!list || !text.contains("Member")) {
      return Optional.empty();
    }
    ConfigNode root = ConfigTree.of(file).root();
    if (root == null || !root.isSequence()) {
      return Optional.empty();
    }
    List<ClusterMember> members = new ArrayList<>();
    String cluster = "";
    for (ConfigNode item : root.children()) {
      if (item.child("Member").isEmpty() || item.child("State").isEmpty()) {
        return Optional.empty();
      }
      cluster = text(item, "Cluster");
      members.add(
          new ClusterMember(
              text(item, "Member"),
              text(item, "Host"),
              text(item, "Role"),
              text(item, "State"),
              MemberTable.number(text(item, "TL")),
              item.location()));
    }
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new MemberList(file, cluster, "", Location.of(file), members, false));
  }

  private static String text(ConfigNode item, String key) {
    return item.child(key).flatMap(ConfigNode::text).orElse("");
  }
}
