package io.patronilint.rules.backup;

import io.patronilint.core.backup.BarmanServer;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.rules.support.ArchivePlace;
import io.patronilint.rules.support.ConfigFixes;
import io.patronilint.rules.support.EditDistance;
import io.patronilint.rules.support.ServerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Flags a command whose server Barman's configuration does not have, but nearly.
 *
 * <p>Source: {@code barman-wal-archive} and {@code barman-wal-restore} call {@code barman put-wal}
 * and {@code get-wal} with the server's name, and {@code get_server} of Barman refuses one that is
 * not configured. Names that are not alike may be those of other clusters.
 */
public final class BarmanServerMisspelt implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "backup/barman-server-misspelt",
          Severity.ERROR,
          "A command names a server that Barman's configuration does not have",
          Safety.UNSAFE);

  private record Known(SourceFile file, BarmanServer server) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    List<Known> known = new ArrayList<>();
    for (SourceFile file : node.barman()) {
      BarmanServer.read(file.text()).forEach(server -> known.add(new Known(file, server)));
    }
    if (known.isEmpty()) {
      return;
    }
    for (ServerCommand command :
        ServerCommand.of(node, Set.of("archive_command", "restore_command"))) {
      String place =
          ArchivePlace.of(command.value())
              .filter(p -> p.tool().equals("Barman"))
              .map(ArchivePlace::name)
              .orElse("");
      String server = place.substring(place.indexOf(' ') + 1);
      if (!server.isEmpty() && known.stream().noneMatch(k -> k.server().name().equals(server))) {
        List<Known> near =
            known.stream().filter(k -> EditDistance.within(k.server().name(), server, 2)).toList();
        if (near.size() == 1) {
          report(node, command, server, near.get(0), findings);
        }
      }
    }
  }

  private static void report(
      Node node, ServerCommand command, String server, Known near, Findings findings) {
    String name = near.server().name();
    Finding.Builder finding =
        Finding.at(command.location())
            .path(command.path())
            .related(new Location(near.file(), near.server().span()), "the server " + name);
    String corrected = command.value().replace(" " + server + " ", " " + name + " ");
    if (!corrected.equals(command.value())) {
      new ConfigFixes(node)
          .replace("use-server", "Name the server " + name, Safety.UNSAFE, command, corrected)
          .ifPresent(finding::fix);
    }
    findings.add(
        finding,
        "Barman has no server "
            + server
            + ", but "
            + name
            + ". Barman refuses the name, and "
            + (command.name().equals("archive_command")
                ? "no WAL is archived."
                : "no WAL is ever restored."));
  }
}
