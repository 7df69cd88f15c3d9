package io.patronilint.rules.recovery;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.edit.YamlEditor;
import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.Patronictl;
import io.patronilint.rules.support.ShellQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets Patroni restore the backup itself, by a custom bootstrap method. */
final class CustomBootstrapRemedy {

  private static final String NAME = "custom-bootstrap";

  private CustomBootstrapRemedy() {}

  /**
   * Returns the remedy; empty if the backup tool is not recognised in {@code restoreCommand}, or if
   * the bootstrap section already holds something else.
   */
  static Optional<Fix> of(Node node, AutoConf auto, String restoreCommand) {
    Optional<BootstrapMethod> method = BootstrapMethod.of(node);
    if (method.isPresent()) {
      return method
          .filter(m -> m.runs() && (m.keepsRecoveryConf() || m.recoveryConf().isPresent()))
          .map(m -> fix(node, "Restore with bootstrap.method " + m.name(), List.of()));
    }
    BackupRestore restore = BackupRestore.of(node, auto, restoreCommand).orElse(null);
    if (restore == null || node.local().at("bootstrap", restore.method()).isPresent()) {
      return Optional.empty();
    }
    return edits(node, restore)
        .map(e -> fix(node, "Add the bootstrap method " + restore.method(), e));
  }

  private static Optional<List<FileEdit>> edits(Node node, BackupRestore restore) {
    ConfigNode bootstrap = node.local().at("bootstrap").orElse(null);
    if (bootstrap == null) {
      Map<String, Object> section = new LinkedHashMap<>();
      section.put("method", restore.method());
      section.put(restore.method(), restore.section());
      return possible(YamlEditor.set(node.mainFile(), List.of("bootstrap"), section));
    }
    SourceFile file = bootstrap.file();
    EditResult method = YamlEditor.set(file, List.of("bootstrap", "method"), restore.method());
    EditResult section =
        YamlEditor.set(file, List.of("bootstrap", restore.method()), restore.section());
    return possible(method)
        .flatMap(
            first ->
                possible(section)
                    .map(
                        second -> {
                          List<FileEdit> both = new ArrayList<>(first);
                          both.addAll(second);
                          return both;
                        }));
  }

  private static Optional<List<FileEdit>> possible(EditResult result) {
    return result.possible() ? Optional.of(List.copyOf(result.edits())) : Optional.empty();
  }

  private static Fix fix(Node node, String title, List<FileEdit> edits) {
    String data = DataState.path(node);
    String path = ShellQuoting.word(data);
    String aside = ShellQuoting.word(data + ".restored");
    return new Fix(
        NAME,
        title,
        edits.isEmpty() ? Safety.DISPLAY : Safety.UNSAFE,
        edits,
        List.of(
            Patronictl.removeCluster(node),
            "mv " + path + " " + aside + " && mkdir -m 700 " + path),
        List.of(
            "It works only if the DCS has forgotten the cluster and the data directory is empty.",
            "Stop Patroni on every member before the commands; start it on this member first.",
            "The new cluster starts with bootstrap.dcs as its dynamic configuration."));
  }
}
