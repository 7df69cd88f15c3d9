package io.patronilint.rules.backup;

import io.patronilint.core.edit.EditResult;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.ini.IniFile;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.ServerCommand;
import io.patronilint.rules.support.Stanza;
import io.patronilint.rules.support.StanzaUse;
import io.patronilint.rules.support.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Flags a stanza that a command names and pgbackrest.conf has no section for.
 *
 * <p>pgBackRest then knows no pg1-path and stops with error 037 or looks for the backup under the
 * defaults of {@code [global]}.
 */
public final class StanzaNotConfigured implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/stanza-not-configured",
          Severity.ERROR,
          "A command names a stanza that pgbackrest.conf does not have",
          Safety.UNSAFE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    SourceFile conf = node.pgbackrest();
    if (conf == null || !conf.problems().isEmpty()) {
      return;
    }
    List<IniFile.Section> stanzas =
        conf.ini().sections().stream().filter(StanzaNotConfigured::isStanza).toList();
    Map<String, StanzaUse> missing = new TreeMap<>();
    Set<String> known = new TreeSet<>();
    for (StanzaUse use : StanzaUse.of(node)) {
      if (readsOtherFiles(use, conf)) {
        continue;
      }
      if (Stanza.of(node).stream().anyMatch(s -> s.name().equals(use.stanza()))) {
        known.add(use.stanza());
      } else {
        missing.putIfAbsent(use.stanza(), use);
      }
    }
    for (StanzaUse use : missing.values()) {
      if (known.size() == 1) {
        misnamed(node, conf, known.iterator().next(), use, findings);
      } else {
        report(node, conf, stanzas, use, findings);
      }
    }
  }

  private static boolean isStanza(IniFile.Section section) {
    String name = stanzaOf(section);
    return !name.equals("global");
  }

  /** A section may be for one command of a stanza, as in {@code [main:restore]}. */
  private static String stanzaOf(IniFile.Section section) {
    int colon = section.name().indexOf(':');
    return colon < 0 ? section.name() : section.name().substring(0, colon);
  }

  private static boolean readsOtherFiles(StanzaUse use, SourceFile conf) {
    String named = use.call().optionValue("config");
    boolean other = named != null && !named.equals(String.valueOf(conf.location()));
    return other
        || use.call().hasOption("config-path")
        || use.call().hasOption("config-include-path")
        || use.call().hasOption("pg1-path")
        || use.call().hasOption("pg-path");
  }

  /** Another command of the node names a stanza that is there, so the name is wrong. */
  private static void misnamed(
      Node node, SourceFile conf, String known, StanzaUse use, Findings findings) {
    Finding.Builder finding =
        Finding.at(use.location())
            .path(use.path())
            .related(Location.of(conf), "the stanza " + use.stanza() + " is not here");
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      String corrected = command.value().replace("--stanza=" + use.stanza(), "--stanza=" + known);
      if (command.location().equals(use.location()) && !corrected.equals(command.value())) {
        new ConfigFixes(node)
            .replace(
                "use-stanza",
                "Use the stanza " + known + ", as the other commands do",
                Safety.UNSAFE,
                command,
                corrected)
            .ifPresent(finding::fix);
      }
    }
    findings.add(
        finding,
        "This command uses the stanza "
            + use.stanza()
            + ", but "
            + conf.name()
            + " has no section ["
            + use.stanza()
            + "]; the other commands use "
            + known
            + ". pgBackRest does not know the data directory and the repository of the stanza, and"
            + " the command fails.");
  }

  private static void report(
      Node node, SourceFile conf, List<IniFile.Section> stanzas, StanzaUse use, Findings findings) {
    Location at = stanzas.isEmpty() ? Location.of(conf) : new Location(conf, stanzas.get(0).span());
    Finding.Builder finding =
        Finding.at(at).path(use.path()).related(use.location(), "the command");
    String others;
    if (stanzas.isEmpty()) {
      // The stanza may stand in a file of conf.d, which pgBackRest reads as well.
      finding.severity(Severity.WARNING);
      others = "";
    } else {
      others =
          ", only "
              + String.join(
                  ", ", stanzas.stream().map(s -> "[" + stanzaOf(s) + "]").distinct().toList());
    }
    if (stanzas.size() == 1 && isFor(node, stanzas.get(0))) {
      renamed(conf, stanzas.get(0), use.stanza()).ifPresent(finding::fix);
    } else if (!stanzas.isEmpty()) {
      added(node, conf, use.stanza()).ifPresent(finding::fix);
    }
    findings.add(
        finding,
        use.path()
            + " uses the stanza "
            + use.stanza()
            + ", but "
            + conf.name()
            + " has no section ["
            + use.stanza()
            + "]"
            + others
            + ". pgBackRest does not know the data directory and the repository of the stanza, and"
            + " the command fails.");
  }

  /** Tells whether the section describes the data directory of {@code node}. */
  private static boolean isFor(Node node, IniFile.Section section) {
    IniFile.Key path = section.find("pg1-path");
    return path != null && dataDirectory(node).filter(path.value()::equals).isPresent();
  }

  private static Optional<String> dataDirectory(Node node) {
    return node.local()
        .at("postgresql", "data_dir")
        .flatMap(ConfigNode::text)
        .filter(d -> !d.isEmpty() && !Templates.unrendered(d));
  }

  /** The section goes to the end, so that no key of another one changes its owner. */
  private static Optional<Fix> added(Node node, SourceFile conf, String stanza) {
    String text = conf.text().text();
    int end = text.length();
    String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    String before = text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
    return dataDirectory(node)
        .map(d -> before + "[" + stanza + "]" + lineBreak + "pg1-path=" + d + lineBreak)
        .map(t -> new FileEdit.Replace(conf, new Span(end, end), t))
        .map(
            edit ->
                new Fix(
                    "add-section",
                    "Add the section [" + stanza + "] to " + conf.name(),
                    Safety.UNSAFE,
                    List.of(edit),
                    List.of("pgbackrest --stanza=" + stanza + " check"),
                    List.of(
                        "Every database host of the cluster needs the section.",
                        "repo1-* of [global] has to lead to the repository that holds the stanza.")));
  }

  private static Optional<Fix> renamed(SourceFile conf, IniFile.Section section, String stanza) {
    FileEdit.Replace edit = new FileEdit.Replace(conf, section.span(), "[" + stanza + "]");
    return ConfigFixes.of(
        "rename-section",
        "Rename the section of pgbackrest.conf to [" + stanza + "]",
        Safety.UNSAFE,
        EditResult.of(List.of(edit)));
  }
}
