/** Reading, resolving, findings, fixes and patches; knows no rule. */
module io.patronilint.core {
  requires transitive io.patronilint.schemas;
  requires transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires io.github.javadiffutils;

  exports io.patronilint.core;
  exports io.patronilint.core.backup;
  exports io.patronilint.core.conf;
  exports io.patronilint.core.edit;
  exports io.patronilint.core.effective;
  exports io.patronilint.core.finding;
  exports io.patronilint.core.fix;
  exports io.patronilint.core.host;
  exports io.patronilint.core.ini;
  exports io.patronilint.core.model;
  exports io.patronilint.core.observed;
  exports io.patronilint.core.patch;
  exports io.patronilint.core.preview;
  exports io.patronilint.core.rule;
  exports io.patronilint.core.server;
  exports io.patronilint.core.shell;
  exports io.patronilint.core.secret;
  exports io.patronilint.core.text;
  exports io.patronilint.core.value;
  exports io.patronilint.core.workspace;
  exports io.patronilint.core.yaml;
}
