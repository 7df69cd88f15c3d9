package io.patronilint.rules.team;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.secret.Secrets;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows which values of a configuration are, or hold, secrets. For one thread. */
final class Hidden {

  private final Secrets secrets;
  private final Map<SourceFile, List<Span>> spans = new HashMap<>();

  Hidden(List<SourceFile> files) {
    this.secrets = Secrets.in(files);
  }

  boolean covers(ConfigNode node) {
    String text = node.text().orElse("");
    return overlaps(node.file(), node.yaml().span())
        || overlaps(node.file(), node.yaml().resolved().span())
        || !secrets.mask(text).equals(text);
  }

  private boolean overlaps(SourceFile file, Span span) {
    return spans.computeIfAbsent(file, secrets::spans).stream().anyMatch(span::overlaps);
  }
}
