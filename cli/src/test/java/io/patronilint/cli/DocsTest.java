package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class DocsTest {

  private static final Path PAGE = Path.of("..", "docs", "cli.md");

  @Test
  void thePageNamesEveryCommandAndOption() throws IOException {
    String page = Files.readString(PAGE);
    Commands commands = new Commands(List::of);
    for (String name : Commands.names()) {
      assertThat(page).contains("patroni-lint " + name);
      commands.find(name).stream()
          .flatMap(command -> command.options().stream())
          .flatMap(group -> group.options().stream())
          .filter(option -> !option.usageHelp())
          .map(OptionSpec::longestName)
          .forEach(option -> assertThat(page).as(name).contains(option));
    }
  }

  @Test
  void thePageNamesEveryExitCode() throws IOException {
    String page = Files.readString(PAGE);
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains("\n| " + code.number() + " | ");
    }
  }
}
