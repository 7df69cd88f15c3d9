package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The output that README.md and the pages show is the output.
 *
 * <p>Run with {@code -Dpatronilint.update} to write it anew.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @CsvSource({
    "README.md, check cli/examples/restored-by-hand",
    "docs/preview.md, preview --dcs kept --patroni-version 4.1.4 cli/examples/restored-by-hand"
  })
  void showsTheRealOutput(String page, String command) throws IOException {
    Path readme = ROOT.resolve(page);
    String text = Files.readString(readme);
    int start = text.indexOf("```\n", text.indexOf("<!-- " + command + " -->")) + 4;
    int end = text.indexOf("```", start);
    CliRun.Result result =
        CliRun.in(ROOT.toRealPath())
            .variable("COLUMNS", "110")
            .run(List.of(command.split(" ")).toArray(String[]::new));
    assertThat(result.code()).isEqualTo(1);
    if (System.getProperty("patronilint.update") != null) {
      Files.writeString(readme, text.substring(0, start) + result.out() + text.substring(end));
      return;
    }
    assertThat(text.substring(start, end)).isEqualTo(result.out());
  }
}
