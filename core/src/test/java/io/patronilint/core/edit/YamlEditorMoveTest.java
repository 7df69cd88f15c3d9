package io.patronilint.core.edit;

import static io.patronilint.core.edit.EditAssert.edits;
import static io.patronilint.core.edit.EditAssert.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditorMoveTest {

  @Test
  void renames() {
    edits(
        "a:\n  - 'b' : 1 # x\n",
        "a:\n  - 'c' : 1 # x\n",
        f -> YamlEditor.rename(f, List.of("a", 0, "b"), "c"));
    edits("{\"a\": 1}\n", "{\"b\": 1}\n", f -> YamlEditor.rename(f, List.of("a"), "b"));
    edits("a: 1\n", "'on': 1\n", f -> YamlEditor.rename(f, List.of("a"), "on"));
    edits("a: 1\n", "a: 1\n", f -> YamlEditor.rename(f, List.of("a"), "a"));
    refuses(
        "a: 1\nb: 2\n",
        "The document already has an entry b.",
        f -> YamlEditor.rename(f, List.of("a"), "b"));
  }

  @Test
  void movesASubtreeWithItsCommentsAndStyle() {
    edits(
        """
        bootstrap:
          # What it is about
          recovery_conf:   # here
            # the command
            restore_command: "cp /a/%f %p"
          # Not about it
          dcs: {ttl: 30}
        postgresql:
          data_dir: /x
        """,
        """
        bootstrap:
          # Not about it
          dcs: {ttl: 30}
        postgresql:
          data_dir: /x
          # What it is about
          recovery_conf:   # here
            # the command
            restore_command: "cp /a/%f %p"
        """,
        f ->
            YamlEditor.move(
                f, List.of("bootstrap", "recovery_conf"), List.of("postgresql", "recovery_conf")));
  }

  @Test
  void movesUnderMissingParentsAndLeavesAnEmptyMappingBehind() {
    edits(
        """
        bootstrap:
          ttl: 30
        x: 1
        """,
        """
        bootstrap: {}
        x: 1
        dcs:
          deep:
            ttl: 30
        """,
        f -> YamlEditor.move(f, List.of("bootstrap", "ttl"), List.of("dcs", "deep", "ttl")));
  }

  @Test
  void keepsBlockScalars() {
    edits(
        """
        a:
            b:
                one: |2+
                   keep
                  this

                two: >-
                    folded
                      more

                    end
        c: 1
        """,
        """
        a: {}
        c: 1
        d:
            b:
                one: |2+
                   keep
                  this

                two: >-
                    folded
                      more

                    end
        """,
        f -> YamlEditor.move(f, List.of("a", "b"), List.of("d", "b")));
    edits(
        """
        a:
          b:
            c: |
              x
                 y
            d: 1
          e: 2
        f: 3
        """,
        """
        a:
          b:
            d: 1
          e: 2
          g: |
            x
               y
        f: 3
        """,
        f -> YamlEditor.move(f, List.of("a", "b", "c"), List.of("a", "g")));
  }

  @Test
  void endsTheFileWithALineEndWhereTheLastValueNeedsOne() {
    String text = "a:\n  b: |\n    x\n  c: 1";
    EditResult result = YamlEditor.move(EditAssert.file(text), List.of("a", "b"), List.of("b"));
    assertThat(TextEdits.apply(text, result.edits())).isEqualTo("a:\n  c: 1\nb: |\n  x\n");
  }

  @Test
  void movesUpAndDownBesideItself() {
    edits(
        """
        a:
          b: 1
          c:
            d: 2
        e: 3
        """,
        """
        a:
          b: 1
          c: {}
          d: 2
        e: 3
        """,
        f -> YamlEditor.move(f, List.of("a", "c", "d"), List.of("a", "d")));
    edits(
        """
        a:
          b: 1
        c: 2
        """,
        """
        a:
          b: 1
          c: 2
        """,
        f -> YamlEditor.move(f, List.of("c"), List.of("a", "c")));
  }

  @Test
  void movesBetweenFlowAndBlock() {
    edits(
        "a: {b: 'x', c: 1}\nd:\n  e: 1\n",
        "a: {c: 1}\nd:\n  e: 1\n  b: 'x'\n",
        f -> YamlEditor.move(f, List.of("a", "b"), List.of("d", "b")));
    edits(
        "a: {c: 1}\nd:\n  b: x, y\n  e: 1\n",
        "a: {c: 1, b: 'x, y'}\nd:\n  e: 1\n",
        f -> YamlEditor.move(f, List.of("d", "b"), List.of("a", "b")));
  }

  @Test
  void movesAliasesAsTheyAre() {
    edits(
        "x: &p {u: 1}\na:\n  b: *p\n  c: 1\n",
        "x: &p {u: 1}\na:\n  c: 1\nb: *p\n",
        f -> YamlEditor.move(f, List.of("a", "b"), List.of("b")));
  }

  @Test
  void refusesToMove() {
    refuses(
        "a: {b: &x 1}\nc: *x\nd: {}\n",
        "An alias would then come before its anchor.",
        f -> YamlEditor.move(f, List.of("a", "b"), List.of("d", "b")));
    refuses(
        "a: {b: 1}\n",
        "a cannot be moved into itself.",
        f -> YamlEditor.move(f, List.of("a"), List.of("a", "b", "c")));
    refuses(
        "a: {b: 1}\nc: 1\n",
        "c is already set.",
        f -> YamlEditor.move(f, List.of("a", "b"), List.of("c")));
    refuses(
        "a:\n  b: 1\nc: {d: 1}\n",
        "a is in block style and cannot go into braces.",
        f -> YamlEditor.move(f, List.of("a"), List.of("c", "a")));
  }

  @Test
  void quotes() {
    edits("a: on  # c\n", "a: 'on'  # c\n", f -> YamlEditor.quote(f, List.of("a")));
    edits("a: {b: 0700}\n", "a: {b: '0700'}\n", f -> YamlEditor.quote(f, List.of("a", "b")));
    edits("a: it's\n", "a: 'it''s'\n", f -> YamlEditor.quote(f, List.of("a")));
    edits("a: 'on'\n", "a: 'on'\n", f -> YamlEditor.quote(f, List.of("a")));
    edits("a:\n", "a: ''\n", f -> YamlEditor.quote(f, List.of("a")));
    refuses("a: {}\n", "a is not a scalar.", f -> YamlEditor.quote(f, List.of("a")));
  }
}
