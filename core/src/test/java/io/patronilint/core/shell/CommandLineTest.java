package io.patronilint.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static List<String> programs(CommandLine line) {
    return line.calls().stream().map(CommandCall::name).toList();
  }

  private static String placed(CommandLine line, ShellWord word) {
    return line.command().substring(word.span().start(), word.span().end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "pgbackrest --stanza=main restore|pgbackrest",
        "/usr/bin/pgbackrest restore|pgbackrest",
        "env A=1 B='x y' pgbackrest restore|pgbackrest",
        "env -i -u HOME A=1 pgbackrest restore|pgbackrest",
        "/usr/bin/envdir /etc/wal-e.d/env wal-e backup-fetch|wal-e",
        "sudo -u postgres pgbackrest restore|pgbackrest",
        "sudo --user postgres -n -- pgbackrest restore|pgbackrest",
        "sudo -upostgres PATH=/bin pgbackrest restore|pgbackrest",
        "timeout -k 5 --signal=KILL 60 cp a b|cp",
        "timeout 1h nice -n 10 ionice -c2 -n7 rsync a b|rsync",
        "nice -10 tar x|tar",
        "chpst -u postgres -e /etc/env wal-g backup-fetch|wal-g",
        "runuser -u postgres -- pgbackrest restore|pgbackrest",
        "su - postgres -c 'pgbackrest restore'|pgbackrest",
        "gosu postgres pgbackrest restore|pgbackrest",
        "setpriv --reuid=postgres --init-groups pgbackrest x|pgbackrest",
        "bash -c 'pgbackrest restore'|pgbackrest",
        "bash -euo pipefail -c \"exec pgbackrest restore\" --|pgbackrest",
        "/bin/sh -lc \"sh -c 'nohup pgbackrest restore'\"|pgbackrest",
        "/opt/restore.sh --x|restore.sh",
        "bash /opt/restore.sh|bash",
        "sudo -u postgres|sudo",
        "env|env",
      })
  void wrappersAreLookedThrough(String command, String program) {
    assertThat(CommandLine.ofExec(command).program()).isEqualTo(program);
    assertThat(CommandLine.ofShell(command).program()).isEqualTo(program);
  }

  @Test
  void aShellRunsSeveralCommands() {
    CommandLine line =
        CommandLine.ofShell("test ! -f /a/%f && cp %p /a/%f 2>/dev/null || exit 1; echo ok # done");
    assertThat(programs(line)).containsExactly("test", "cp", "exit", "echo");
    assertThat(line.calls().get(1).arguments())
        .extracting(ShellWord::text)
        .containsExactly("%p", "/a/%f");
    assertThat(line.operators())
        .extracting(ShellOperator::text)
        .containsExactly("&&", ">", "||", ";");
  }

  @Test
  void withoutAShellOperatorsAreArguments() {
    CommandLine line = CommandLine.ofExec("pgbackrest restore && echo $HOME > /tmp/*");
    assertThat(programs(line)).containsExactly("pgbackrest");
    assertThat(line.calls().get(0).hasArgument("&&")).isTrue();
    assertThat(line.operators())
        .extracting(ShellOperator::kind)
        .containsExactly(
            ShellOperator.Kind.AND,
            ShellOperator.Kind.VARIABLE,
            ShellOperator.Kind.REDIRECTION,
            ShellOperator.Kind.GLOB);
  }

  @Test
  void quotesHideOperators() {
    CommandLine line = CommandLine.ofShell("cp '$a && b' \"c | d * `e` $f\" g\\;h");
    assertThat(programs(line)).containsExactly("cp");
    assertThat(line.operators()).extracting(ShellOperator::text).containsExactly("`e`", "$f");
    assertThat(line.calls().get(0).arguments())
        .extracting(ShellWord::text)
        .containsExactly("$a && b", "c | d * `e` $f", "g;h");
  }

  @Test
  void reservedWordsAreNoPrograms() {
    CommandLine line =
        CommandLine.ofShell(
            "if [ -f /a/%f ]; then { A=1 cp /a/%f %p; } else ! false; fi\n(gzip x)");
    assertThat(programs(line)).containsExactly("[", "cp", "false", "gzip");
    assertThat(line.hasOperator(ShellOperator.Kind.GLOB)).isFalse();
  }

  @Test
  void substitutionsAreOneOperator() {
    CommandLine line = CommandLine.ofShell("cp $(ls \"a)\" | head -1) ${X:-a b} $1 $ `date`");
    assertThat(programs(line)).containsExactly("cp");
    assertThat(line.operators())
        .extracting(ShellOperator::text)
        .containsExactly("$(ls \"a)\" | head -1)", "${X:-a b}", "$1", "`date`");
  }

  @Test
  void spansLeadThroughInnerShells() {
    CommandLine line =
        CommandLine.ofExec("sudo bash -c \"cd /; pgbackrest --stanza=\\\"a b\\\" x\"");
    CommandCall call = line.pgBackRest();
    assertThat(call).isNotNull();
    assertThat(placed(line, line.calls().get(1).program())).isEqualTo("pgbackrest");
    assertThat(placed(line, line.calls().get(1).arguments().get(1))).isEqualTo("x");
    assertThat(line.calls().get(1).optionValue("stanza")).isEqualTo("a b");
    assertThat(line.calls().get(1).wrappers()).containsExactly("sudo", "bash");
    assertThat(line.operators()).extracting(ShellOperator::text).containsExactly(";");
    int semicolon = line.operators().get(0).span().start();
    assertThat(line.command().charAt(semicolon)).isEqualTo(';');
  }

  @Test
  void optionsAreFoundInBothSpellings() {
    CommandCall call =
        CommandLine.ofExec(
                "pgbackrest --stanza=main --type time --delta --x= restore --last -- --y")
            .calls()
            .get(0);
    assertThat(call.isPgBackRest()).isTrue();
    assertThat(call.optionValue("stanza")).isEqualTo("main");
    assertThat(call.optionValue("type")).isEqualTo("time");
    assertThat(call.optionValue("x")).isEmpty();
    assertThat(call.hasOption("delta")).isTrue();
    assertThat(call.hasOption("del")).isFalse();
    assertThat(call.hasOption("y")).isFalse();
    assertThat(call.optionValue("none")).isNull();
    assertThat(call.hasArgument("restore")).isTrue();
  }

  @Test
  void placeholdersAreFoundEverywhere() {
    CommandLine line = CommandLine.ofShell("cp '%f' \"%p\" %%f %x %\uD83D\uDE00 100%");
    assertThat(line.placeholders())
        .extracting(Placeholder::text)
        .containsExactly("%f", "%p", "%%", "%x", "%\uD83D\uDE00", "%");
    assertThat(line.hasPlaceholder("%p")).isTrue();
    assertThat(line.hasPlaceholder("%r")).isFalse();
    assertThat(line.placeholders())
        .allSatisfy(
            found ->
                assertThat(found.text())
                    .isEqualTo(line.command().substring(found.span().start(), found.span().end())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cp 'a", "cp \"a", "cp \"a\\", "cp $(a", "cp `a", "cp ${a", "sh -c \"a 'b\""})
  void whatIsNeverClosedIsAProblem(String command) {
    assertThat(CommandLine.ofShell(command).problem()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "# only a comment", "A=1", ";;"})
  void nothingRuns(String command) {
    CommandLine line = CommandLine.ofShell(command);
    assertThat(line.calls()).isEmpty();
    assertThat(line.program()).isEmpty();
    assertThat(line.isPgBackRest()).isFalse();
  }

  @Test
  void shellsWithinShellsEnd() {
    StringBuilder command = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      command.append("sudo nice ");
    }
    assertThat(CommandLine.ofExec(command + "x").calls()).hasSize(1);
  }
}
