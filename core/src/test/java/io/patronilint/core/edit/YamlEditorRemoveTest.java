package io.patronilint.core.edit;

import static io.patronilint.core.edit.EditAssert.edits;
import static io.patronilint.core.edit.EditAssert.refuses;

import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlMapping;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlEditorRemoveTest {

  @Test
  void removesAnEntryWithItsComments() {
    edits(
        """
        # The file

        # About a
        a: 1
        # About b
        # and more
        b:   # here
          c: 2
            # deeper

        # About d
        d: 3
        """,
        """
        # The file

        # About a
        a: 1

        # About d
        d: 3
        """,
        f -> YamlEditor.remove(f, List.of("b")));
    edits("a: 1\nb: 2\n", "a: 1\n", f -> YamlEditor.remove(f, List.of("b")));
  }

  @Test
  void leavesAnEmptyCollectionBehind() {
    edits(
        """
        a:  # about a
          # about b
          b: 1
          # end
        c: 2
        """,
        """
        a: {}  # about a
          # end
        c: 2
        """,
        f -> YamlEditor.remove(f, List.of("a", "b")));
    edits("a:\n- b\nc: 1\n", "a: []\nc: 1\n", f -> YamlEditor.remove(f, List.of("a", 0)));
    edits("l:\n  - a: 1 # c\n", "l:\n  - {}\n", f -> YamlEditor.remove(f, List.of("l", 0, "a")));
    edits("x: {a: 1}\n", "x: {}\n", f -> YamlEditor.remove(f, List.of("x", "a")));
    edits("a: 1 # d\n", "{}\n", f -> YamlEditor.remove(f, List.of("a")));
  }

  @Test
  void removesTheFirstEntryBehindADash() {
    edits(
        """
        l:
          - a: 1  # one
            b: 2
          - c: 3
        """,
        """
        l:
          - b: 2
          - c: 3
        """,
        f -> YamlEditor.remove(f, List.of("l", 0, "a")));
    edits(
        """
        l:
          - a: 1  # one
            # about b
            b: 2
        """,
        """
        l:
          -
            # about b
            b: 2
        """,
        f -> YamlEditor.remove(f, List.of("l", 0, "a")));
  }

  @Test
  void removesItems() {
    String list =
        """
        l:
          # one
          - a
          # two
          - b: 1   # c
            c: 2
              # deeper
          # three
          - d
        """;
    edits(
        list,
        list.replace("  # two\n  - b: 1   # c\n    c: 2\n      # deeper\n", ""),
        f -> YamlEditor.remove(f, List.of("l", 1)));
    edits(list, list.replace("  # three\n  - d\n", ""), f -> YamlEditor.remove(f, List.of("l", 2)));
    edits("l: [a, b, c]\n", "l: [a, c]\n", f -> YamlEditor.remove(f, List.of("l", 1)));
    edits("l: [a, b ]\n", "l: [a ]\n", f -> YamlEditor.remove(f, List.of("l", 1)));
    edits("l: [a, b]\n", "l: [b]\n", f -> YamlEditor.remove(f, List.of("l", 0)));
  }

  @Test
  void removesLinesOfFlowCollections() {
    String flow =
        """
        a: {
          b: 1,   # one
          # about two
          c: 2,   # two
          d: 3    # three
        }
        """;
    edits(
        flow,
        flow.replace("  # about two\n  c: 2,   # two\n", ""),
        f -> YamlEditor.remove(f, List.of("a", "c")));
    edits(
        flow,
        flow.replace("c: 2,", "c: 2").replace("  d: 3    # three\n", ""),
        f -> YamlEditor.remove(f, List.of("a", "d")));
    edits(
        """
        {
          "a": 1,
          "b": 2
        }
        """,
        """
        {
          "a": 1
        }
        """,
        f -> YamlEditor.remove(f, List.of("b")));
  }

  @Test
  void removesOneOfSeveralEntriesWithTheSameKey() {
    edits(
        """
        a: 1
        b: 2
        a: 3
        """,
        """
        b: 2
        a: 3
        """,
        f -> YamlEditor.remove(f, mapping(f).duplicates().get(0).lost()));
  }

  private static YamlMapping mapping(SourceFile file) {
    return (YamlMapping) Objects.requireNonNull(file.yaml().root());
  }

  @Test
  void refusesToRemove() {
    refuses("a: 1\n", "b is not set in patroni.yml.", f -> YamlEditor.remove(f, List.of("b")));
    refuses(
        "a: {b: &x 1}\nc: *x\n",
        "a has the anchor &x, and aliases elsewhere stand for its value.",
        f -> YamlEditor.remove(f, List.of("a")));
    refuses(
        "a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n",
        "c.b hides a value that comes by a merge key.",
        f -> YamlEditor.remove(f, List.of("c", "b")));
    refuses(
        "a: {b: \"{{ x }}\"}\n",
        "a is part of a template that is not yet filled in.",
        f -> YamlEditor.remove(f, List.of("a")));
  }
}
