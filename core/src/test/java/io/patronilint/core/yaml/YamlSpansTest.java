package io.patronilint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.text.SourceText;
import io.patronilint.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks that everything in a tree knows its place. */
class YamlSpansTest {

  private static final long SEED = Long.getLong("patronilint.yaml.seed", 7L);

  private static YamlDocument read(String text) {
    YamlDocument document = YamlReader.read(new SourceText(text));
    assertThat(document.problems()).as(text).isEmpty();
    return document;
  }

  private static YamlEntry entry(YamlNode node, String name) {
    for (YamlEntry entry : ((YamlMapping) node).entries()) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    throw new AssertionError(name);
  }

  private static YamlNode root(YamlDocument document) {
    YamlNode root = document.root();
    assertThat(root).isNotNull();
    return root;
  }

  /** Returns what stands in the full span of the entry at the path. */
  private static String full(String text, String... path) {
    YamlDocument document = read(text);
    YamlNode node = root(document);
    YamlEntry found = null;
    for (String name : path) {
      found = entry(node, name);
      node = found.value().resolved();
    }
    assertThat(found).isNotNull();
    return document.text().slice(found.fullSpan());
  }

  private static String value(String text, String name) {
    YamlDocument document = read(text);
    return document.text().slice(entry(root(document), name).value().span());
  }

  @Test
  void everyPlaceInGeneratedDocumentsIsRight() {
    YamlGenerator generator = new YamlGenerator(new Random(SEED));
    int accepted = 0;
    for (int i = 0; i < 5000; i++) {
      String text = generator.next();
      YamlDocument document = YamlReader.read(new SourceText(text));
      if (document.accepted()) {
        accepted++;
        SpanChecks.check(document);
      } else {
        assertThat(document.problems())
            .allSatisfy(one -> assertThat(one.span().end()).isLessThanOrEqualTo(text.length()));
      }
    }
    assertThat(accepted).isGreaterThan(2000);
  }

  @Test
  void cuttingTheFullSpanRemovesTheEntryAndNothingElse() {
    YamlGenerator generator = new YamlGenerator(new Random(SEED + 1));
    int cuts = 0;
    for (int i = 0; i < 5000; i++) {
      String text = generator.next();
      YamlDocument document = YamlReader.read(new SourceText(text));
      if (document.root() instanceof YamlMapping mapping && isSimple(mapping, text)) {
        for (YamlEntry entry : mapping.entries()) {
          Span cut = entry.fullSpan();
          String rest = text.substring(0, cut.start()) + text.substring(cut.end());
          YamlDocument after = read(rest);
          assertThat(values(after, (YamlMapping) root(after), null))
              .as("seed %d: %s", SEED + 1, ValueDump.quoted(text))
              .isEqualTo(values(document, mapping, entry));
          cuts++;
        }
      }
    }
    assertThat(cuts).isGreaterThan(1000);
  }

  /**
   * Aliases break when their anchor goes, and a kept block scalar takes blank lines that follow.
   */
  private static boolean isSimple(YamlMapping mapping, String text) {
    return !mapping.flow()
        && mapping.entries().size() > 1
        && mapping.duplicates().isEmpty()
        && text.indexOf('*') < 0
        && text.indexOf('+') < 0;
  }

  private static List<String> values(
      YamlDocument document, YamlMapping mapping, @Nullable YamlEntry but) {
    List<String> values = new ArrayList<>();
    for (YamlEntry entry : mapping.entries()) {
      if (but == null || !entry.span().equals(but.span())) {
        YamlDocument value = new YamlDocument(document.text(), entry.value(), List.of());
        values.add(entry.name() + "=" + ValueDump.of(value));
      }
    }
    return values;
  }

  @Test
  void commentsDirectlyAboveBelongToTheEntry() {
    String text = "# head\n\n# one\n# two\na: 1\n# three\nb: 2\n";
    assertThat(full(text, "a")).isEqualTo("# one\n# two\na: 1\n");
    assertThat(full(text, "b")).isEqualTo("# three\nb: 2\n");
  }

  @Test
  void commentsBehindAndDeeperBelowBelongToTheEntry() {
    String text = "a:\n  b: 1 # b\n    # still b\n\n    # and this\n  # not b\n# not a\n";
    assertThat(full(text, "a", "b")).isEqualTo("  b: 1 # b\n    # still b\n\n    # and this\n");
    assertThat(full(text, "a")).isEqualTo(text.substring(0, text.indexOf("# not a")));
  }

  @Test
  void commentsAtAnotherIndentationAboveDoNotBelongToTheEntry() {
    assertThat(full("a:\n# odd\n  b: 1\n", "a", "b")).isEqualTo("  b: 1\n");
  }

  @Test
  void linesOfBlockScalarsAreNoComments() {
    String text = "a: |\n  x\n  # y\nb: 1\n";
    assertThat(full(text, "a")).isEqualTo("a: |\n  x\n  # y\n");
    assertThat(full("p:\n  a: |\n    # y\n  b: 1\n", "p", "b")).isEqualTo("  b: 1\n");
  }

  @Test
  void blockScalarsEndWithTheirContent() {
    assertThat(value("a: |\n  x\n\n\nb: 1\n", "a")).isEqualTo("|\n  x");
    assertThat(value("a: |+\n  x\n\n\nb: 1\n", "a")).isEqualTo("|+\n  x\n\n");
    assertThat(value("a: |-\n  x", "a")).isEqualTo("|-\n  x");
    assertThat(value("a: >2 # c\n   x \n  # c\n", "a")).isEqualTo(">2 # c\n   x \n  # c");
    assertThat(value("a: | # c\nb: 1\n", "a")).isEqualTo("|");
    assertThat(full("a: |+\n  x\n\n\nb: 1\n", "a")).isEqualTo("a: |+\n  x\n\n\n");
  }

  @Test
  void theLastLineMayLackItsEnd() {
    assertThat(full("a: 1\nb: 2 # c", "b")).isEqualTo("b: 2 # c");
  }

  @Test
  void lineEndsOfWindowsBelongToTheLine() {
    String text = "# a\r\na:\r\n  b: 1\r\n    # c\r\nd: 2\r\n";
    assertThat(full(text, "a")).isEqualTo("# a\r\na:\r\n  b: 1\r\n    # c\r\n");
    assertThat(full(text, "d")).isEqualTo("d: 2\r\n");
  }

  @Test
  void valuesThatAreNotWrittenLieBehindTheColon() {
    String text = "a:   # c\nb: &x\nc: !!str # c\n? d\n";
    YamlNode root = root(read(text));
    assertThat(entry(root, "a").value().span()).isEqualTo(Span.at(2));
    assertThat(entry(root, "b").value().span()).isEqualTo(Span.at(text.indexOf("&x") + 2));
    assertThat(entry(root, "c").value().span()).isEqualTo(Span.at(text.indexOf("!!str") + 5));
    assertThat(entry(root, "d").value().span()).isEqualTo(Span.at(text.indexOf('d') + 1));
  }

  @Test
  void entriesInFlowStyleHaveNoComments() {
    String text = "a: {b: 1, c, d: , 'e': [f]} # x\n";
    YamlDocument document = read(text);
    YamlMapping flow = (YamlMapping) entry(root(document), "a").value();
    assertThat(flow.flow()).isTrue();
    assertThat(document.text().slice(flow.span())).isEqualTo("{b: 1, c, d: , 'e': [f]}");
    assertThat(flow.entries())
        .extracting(entry -> document.text().slice(entry.fullSpan()))
        .containsExactly("b: 1", "c", "d:", "'e': [f]");
  }

  @Test
  void complexKeysBeginWithTheirQuestionMark() {
    String text = "# c\n? a\n# d\n: b # e\nf: g\n";
    YamlDocument document = read(text);
    YamlEntry entry = entry(root(document), "a");
    assertThat(document.text().slice(entry.span())).isEqualTo("? a\n# d\n: b");
    assertThat(document.text().slice(entry.fullSpan())).isEqualTo("# c\n? a\n# d\n: b # e\n");
  }

  @Test
  void itemsBeginWithTheirDash() {
    String text = "a:\n# c\n- b: 1\n  c:\n  - d\n-\n- - e\nf: 1\n";
    YamlDocument document = read(text);
    YamlSequence list = (YamlSequence) entry(root(document), "a").value();
    assertThat(list.items())
        .extracting(item -> document.text().slice(item.span()))
        .containsExactly("- b: 1\n  c:\n  - d", "-", "- - e");
    YamlNode first = list.items().get(0).node();
    assertThat(document.text().slice(entry(first, "b").fullSpan())).isEqualTo("b: 1\n");
    assertThat(document.text().slice(entry(first, "c").fullSpan())).isEqualTo("  c:\n  - d\n");
  }

  @Test
  void propertiesAreNoPartOfTheNode() {
    String text = "a: &x !!map\n  b: !!str 1\n";
    YamlDocument document = read(text);
    YamlNode map = entry(root(document), "a").value();
    assertThat(map.anchor()).isEqualTo("x");
    assertThat(map.propertiesSpan()).isEqualTo(new Span(3, 11));
    assertThat(document.text().slice(map.span())).isEqualTo("b: !!str 1");
  }

  @Test
  void offsetsCountUtf16Units() {
    String text =
        "\ufeff# \ud83d\ude00\na: \"\ud83d\ude00\" # \ud83d\ude00\nb: \ud83d\ude00 c\nd: [\ud83d\ude00, e]\n";
    assertThat(value(text, "a")).isEqualTo("\"\ud83d\ude00\"");
    assertThat(value(text, "b")).isEqualTo("\ud83d\ude00 c");
    assertThat(value(text, "d")).isEqualTo("[\ud83d\ude00, e]");
    assertThat(full(text, "b")).isEqualTo("b: \ud83d\ude00 c\n");
  }

  @Test
  void aliasesKeepTheirOwnPlace() {
    String text = "a: &x [1]\nb: *x\n";
    YamlDocument document = read(text);
    YamlNode alias = entry(root(document), "b").value();
    assertThat(document.text().slice(alias.span())).isEqualTo("*x");
    assertThat(alias.resolved()).isSameAs(entry(root(document), "a").value());
  }
}
