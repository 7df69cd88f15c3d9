package io.patronilint.core.edit;

import static io.patronilint.core.edit.EditAssert.edits;
import static io.patronilint.core.edit.EditAssert.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.finding.FileEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlEditorSetTest {

  @Test
  void replacesAPlainScalarAndKeepsTheComment() {
    edits(
        """
        ttl: 30
        loop_wait:   10   # seconds
        """,
        """
        ttl: 30
        loop_wait:   5   # seconds
        """,
        f -> YamlEditor.set(f, List.of("loop_wait"), 5));
  }

  @Test
  void keepsTheQuotingWherePossible() {
    edits("a: 'x'\n", "a: 'y''s'\n", f -> YamlEditor.set(f, List.of("a"), "y's"));
    edits("a: \"x\"\n", "a: \"y\\\\\"\n", f -> YamlEditor.set(f, List.of("a"), "y\\"));
    edits("a: x\n", "a: 'on'\n", f -> YamlEditor.set(f, List.of("a"), "on"));
    edits("a: x\n", "a: '%p'\n", f -> YamlEditor.set(f, List.of("a"), "%p"));
    edits("a: x\n", "a: \"1\\n2\"\n", f -> YamlEditor.set(f, List.of("a"), "1\n2"));
    edits("a: 'on'\n", "a: true\n", f -> YamlEditor.set(f, List.of("a"), true));
    edits(
        "a: x\n",
        "a: pgbackrest --stanza=demo archive-get %f \"%p\"\n",
        f -> YamlEditor.set(f, List.of("a"), "pgbackrest --stanza=demo archive-get %f \"%p\""));
  }

  @Test
  void replacesAScalarOverSeveralLines() {
    edits(
        """
        a: one
          two
        b: |-
          three
          four

        # c
        c: d
        """,
        """
        a: 1
        b: 2

        # c
        c: d
        """,
        f -> {
          List<FileEdit.Replace> all = new ArrayList<>();
          all.addAll(YamlEditor.set(f, List.of("a"), 1).edits());
          all.addAll(YamlEditor.set(f, List.of("b"), 2).edits());
          return EditResult.of(all);
        });
  }

  @Test
  void addsBehindTheLastEntryAndBeforeCommentsOfTheParent() {
    edits(
        """
        postgresql:
            parameters:
                wal_level: replica   # why
                    # more about it

        # About tags
        tags: {}
        """,
        """
        postgresql:
            parameters:
                wal_level: replica   # why
                    # more about it
                hot_standby: 'on'

        # About tags
        tags: {}
        """,
        f -> YamlEditor.set(f, List.of("postgresql", "parameters", "hot_standby"), "on"));
  }

  @Test
  void createsMissingMappingsWithTheIndentationOfTheFile() {
    edits(
        """
        scope: a
        postgresql:
           data_dir: /x
        """,
        """
        scope: a
        postgresql:
           data_dir: /x
           recovery_conf:
              restore_command: cp /a/%f %p
        """,
        f ->
            YamlEditor.set(
                f, List.of("postgresql", "recovery_conf", "restore_command"), "cp /a/%f %p"));
  }

  @Test
  void fillsEmptyParents() {
    edits(
        """
        a:   # nothing yet
        b: {}   # empty
        c: ~
        """,
        """
        a:   # nothing yet
          x: 1
        b: {}   # empty
        c: ~
        """,
        f -> YamlEditor.set(f, List.of("a", "x"), 1));
    edits(
        """
        a:
        b: {}   # empty
        c: ~
        """,
        """
        a:
        b:   # empty
          x: 1
        c: ~
        """,
        f -> YamlEditor.set(f, List.of("b", "x"), 1));
    edits(
        """
        a:
        c: ~
        """,
        """
        a:
        c:
          x:
            y: z
        """,
        f -> YamlEditor.set(f, List.of("c", "x", "y"), "z"));
    edits("a: {b: }\n", "a: {b: {c: 1} }\n", f -> YamlEditor.set(f, List.of("a", "b", "c"), 1));
    edits("# no\n# thing\n", "# no\n# thing\na: 1\n", f -> YamlEditor.set(f, List.of("a"), 1));
  }

  @Test
  void addsToFlowMappings() {
    edits("a: {b: 1}\n", "a: {b: 1, c: '2'}\n", f -> YamlEditor.set(f, List.of("a", "c"), "2"));
    edits("a: {b: 1,}\n", "a: {b: 1, c: 2,}\n", f -> YamlEditor.set(f, List.of("a", "c"), 2));
    edits(
        """
        a: {
          b: 1,  # one
          c: 2   # two
        }
        """,
        """
        a: {
          b: 1,  # one
          c: 2,   # two
          d: 3
        }
        """,
        f -> YamlEditor.set(f, List.of("a", "d"), 3));
  }

  @Test
  void writesJsonAsJson() {
    edits(
        """
        {
          "ttl": 30,
          "postgresql": {"use_slots": true}
        }
        """,
        """
        {
          "ttl": 30,
          "postgresql": {"use_slots": true, "parameters": {"a": "x", "b": [1, "y"]}}
        }
        """,
        f ->
            YamlEditor.set(
                f, List.of("postgresql", "parameters"), ordered("a", "x", "b", List.of(1, "y"))));
    edits("{}\n", "{\"a\": \"b\"}\n", f -> YamlEditor.set(f, List.of("a"), "b"));
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Test
  void replacesCollections() {
    edits(
        """
        a:   # about a
          # about b
          b: 1
          c: 2  # two
            # more
        d: 3
        """,
        """
        a: none   # about a
        d: 3
        """,
        f -> YamlEditor.set(f, List.of("a"), "none"));
    edits(
        """
        a: old   # about a
        d: 3
        """,
        """
        a:   # about a
          b:
            c: 1
          l:
            - x
            - m: 1
              n: 2
        d: 3
        """,
        f ->
            YamlEditor.set(
                f,
                List.of("a"),
                ordered("b", ordered("c", 1), "l", List.of("x", ordered("m", 1, "n", 2)))));
    edits(
        """
        pg_hba:
        - one
        - two
        d: 3
        """,
        """
        pg_hba:
        - three
        d: 3
        """,
        f -> YamlEditor.set(f, List.of("pg_hba"), List.of("three")));
    edits("a: [1, 2]\n", "a: [3]\n", f -> YamlEditor.set(f, List.of("a"), List.of(3)));
    edits("a:\n  b: 1\n", "a: []\n", f -> YamlEditor.set(f, List.of("a"), List.of()));
  }

  @Test
  void setsAndAppendsItems() {
    String list =
        """
        pg_hba:
          # local
          - local all all trust
          - host a b   # why
            # more
        # end
        """;
    edits(
        list,
        list.replace("local all all trust", "local all all peer"),
        f -> YamlEditor.set(f, List.of("pg_hba", 0), "local all all peer"));
    edits(
        list,
        list.replace("    # more\n", "    # more\n  - a: 1\n    b: 2\n"),
        f -> YamlEditor.set(f, List.of("pg_hba", 2), ordered("a", 1, "b", 2)));
    edits("a: [x]\n", "a: [x, 'y, z']\n", f -> YamlEditor.set(f, List.of("a", 1), "y, z"));
    edits("a: []\nb: 1\n", "a:\n  - x\nb: 1\n", f -> YamlEditor.set(f, List.of("a", 0), "x"));
    edits("a:\n- b: 1\n", "a:\n- b: 1\n  c: 2\n", f -> YamlEditor.set(f, List.of("a", 0, "c"), 2));
    edits("a:\n  -\n", "a:\n  - b: 1\n", f -> YamlEditor.set(f, List.of("a", 0, "b"), 1));
  }

  @Test
  void changesNothingWhereTheValueIsAlreadyThere() {
    assertThat(YamlEditor.set(file("a: yes\n"), List.of("a"), true))
        .isEqualTo(EditResult.of(List.of()));
  }

  @Test
  void refuses() {
    EditAssert.refuses(
        "a: &x {b: 1}\nc: *x\n",
        "a has the anchor &x, and aliases elsewhere stand for its value.",
        f -> YamlEditor.set(f, List.of("a", "b"), 2));
    EditAssert.refuses(
        "a: &x {b: 1}\nc: *x\n",
        "c is the alias *x, and stands for a value elsewhere.",
        f -> YamlEditor.set(f, List.of("c", "b"), 2));
    EditAssert.refuses(
        "a: &x {b: 1}\nc:\n  <<: *x\n",
        "b in c comes from another mapping by a merge key.",
        f -> YamlEditor.set(f, List.of("c", "b"), 2));
    EditAssert.refuses(
        "a: !!str 5\n",
        "a has an anchor or a tag: !!str.",
        f -> YamlEditor.set(f, List.of("a"), 2));
    EditAssert.refuses(
        "a: 1\na: 2\n", "a is written more than once.", f -> YamlEditor.set(f, List.of("a"), 3));
    EditAssert.refuses(
        "? a\n: 1\n",
        "a has a key that is not a simple one.",
        f -> YamlEditor.set(f, List.of("a"), 3));
    EditAssert.refuses(
        "a: '{{ x }}'\n",
        "a is part of a template that is not yet filled in.",
        f -> YamlEditor.set(f, List.of("a"), 3));
    EditAssert.refuses(
        "a: [\n",
        "patroni.yml is not edited because it cannot be read as YAML.",
        f -> YamlEditor.set(f, List.of("a"), 3));
    EditAssert.refuses(
        "a: 1\n", "a is not a mapping.", f -> YamlEditor.set(f, List.of("a", "b"), 3));
    EditAssert.refuses("a: [1]\n", "a has no item 2.", f -> YamlEditor.set(f, List.of("a", 2), 3));
  }
}
