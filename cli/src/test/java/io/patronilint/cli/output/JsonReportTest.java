package io.patronilint.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.Linter;
import io.patronilint.core.Report;
import io.patronilint.core.Target;
import io.patronilint.core.finding.FileEdit;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Fix;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Safety;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.text.Span;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.workspace.Workspace;
import io.patronilint.core.workspace.WorkspaceLoader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private final SourceFile file =
      SourceFile.of("pgdata/postgresql.auto.conf", FileKind.AUTO_CONF, "a = 1\nb = 'x😀'\n");

  @Test
  void writesEverythingInAFixedOrder() {
    Fix fix =
        new Fix(
            "recovery-conf",
            "Set it",
            Safety.SAFE,
            List.of(
                new FileEdit.Replace(file, new Span(6, 7), "c"),
                new FileEdit.Create("new.yml", "k: 1\n"),
                new FileEdit.Delete(file)),
            List.of("patronictl list"),
            List.of("Patroni is stopped."));
    Finding finding =
        Finding.at(new Location(file, new Span(6, 15)))
            .path("postgresql.recovery_conf[0]")
            .related(new Location(file, new Span(0, 5)), "wins")
            .fix(fix)
            .build("recovery/restore-command-stripped", Severity.ERROR, "It goes away.");
    String json = write(new Report(Linter.builder().build(), workspace(), List.of(finding)));
    assertThat(json)
        .isEqualTo(
            """
            {
              "version" : 1,
              "tool" : {
                "name" : "patroni-lint",
                "version" : "1.2.3"
              },
              "targets" : [
                {
                  "node" : "a",
                  "patroni" : "4.1",
                  "postgresql" : null,
                  "inferred_from" : "options"
                }
              ],
              "files" : [
                {
                  "path" : "patroni.yml",
                  "kind" : "patroni"
                }
              ],
              "findings" : [
                {
                  "rule" : "recovery/restore-command-stripped",
                  "severity" : "error",
                  "message" : "It goes away.",
                  "path" : "postgresql.recovery_conf[0]",
                  "location" : {
                    "file" : "pgdata/postgresql.auto.conf",
                    "start" : {
                      "line" : 2,
                      "column" : 1
                    },
                    "end" : {
                      "line" : 2,
                      "column" : 10
                    }
                  },
                  "related" : [
                    {
                      "file" : "pgdata/postgresql.auto.conf",
                      "start" : {
                        "line" : 1,
                        "column" : 1
                      },
                      "end" : {
                        "line" : 1,
                        "column" : 6
                      },
                      "message" : "wins"
                    }
                  ],
                  "fixes" : [
                    {
                      "name" : "recovery-conf",
                      "title" : "Set it",
                      "safety" : "safe",
                      "edits" : [
                        {
                          "file" : "pgdata/postgresql.auto.conf",
                          "start" : {
                            "line" : 2,
                            "column" : 1
                          },
                          "end" : {
                            "line" : 2,
                            "column" : 2
                          },
                          "text" : "c"
                        },
                        {
                          "file" : "new.yml",
                          "create" : true,
                          "text" : "k: 1\\n"
                        },
                        {
                          "file" : "pgdata/postgresql.auto.conf",
                          "delete" : true
                        }
                      ],
                      "commands" : [
                        "patronictl list"
                      ],
                      "conditions" : [
                        "Patroni is stopped."
                      ]
                    }
                  ]
                }
              ],
              "summary" : {
                "errors" : 1,
                "warnings" : 0,
                "infos" : 0,
                "fixable" : 1,
                "suppressed" : 0
              }
            }
            """);
    ReportSchema.accept(json);
  }

  @Test
  void writesAReportWithoutFindings() {
    ReportSchema.accept(write(new Report(Linter.builder().build(), workspace(), List.of())));
  }

  @Test
  void theSchemaIsStrict() {
    assertThatThrownBy(() -> ReportSchema.accept("{\"version\": 1}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("required key [tool] not found");
  }

  private static Workspace workspace() {
    return WorkspaceLoader.builder()
        .text("patroni.yml", "scope: s\nname: a\npostgresql: {}\n")
        .target(Target.patroni("4.1"))
        .load();
  }

  private static String write(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Look look = new Look(Style.PLAIN, 80, false, () -> "1.2.3", Masking.of(List.of()));
    try (PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      ReportFormat.JSON.write(report, look, stream);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
