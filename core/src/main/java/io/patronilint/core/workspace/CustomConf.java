package io.patronilint.core.workspace;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;

/** The file that {@code postgresql.custom_conf} names, which people keep beside patroni.yml. */
final class CustomConf {

  private CustomConf() {}

  /** Returns the name of the file without its folder; empty if there is none. */
  static String name(ConfigTree local) {
    String path = local.at("postgresql", "custom_conf").flatMap(ConfigNode::text).orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the name that {@code file} gives, without parsing a file that gives none. */
  static String name(SourceFile file) {
    return file.kind() == FileKind.PATRONI && file.text().text().contains("custom_conf")
        ? name(ConfigTree.of(file))
        : "";
  }
}
