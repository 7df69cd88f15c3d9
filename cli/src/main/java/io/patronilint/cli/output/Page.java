package io.patronilint.cli.output;

import io.patronilint.core.patch.Patch;
import java.util.List;

/** Text for people that grows: headings, paragraphs, diffs, commands; secrets are masked. */
final class Page {

  private static final int NARROWEST = 30;

  private final Look look;
  private final StringBuilder out = new StringBuilder();

  Page(Look look) {
    this.look = look;
  }

  /** Adds text as it is. */
  Page append(String text) {
    out.append(text);
    return this;
  }

  /** Adds a character as it is. */
  Page append(char c) {
    out.append(c);
    return this;
  }

  /** Adds a title with an empty line before it. */
  void heading(String title) {
    out.append('\n').append(look.style().bold(title)).append('\n');
  }

  /** Adds {@code text} broken into lines; the first one is indented by {@code first}. */
  void paragraph(String text, String first, String rest) {
    String indent = first;
    int width = Math.max(NARROWEST, look.width() - rest.length());
    for (String line : Wrap.lines(clean(text), width)) {
      out.append(indent).append(line).append('\n');
      indent = rest;
    }
  }

  /** Adds a title and a list; nothing if the list is empty. */
  void bullets(String title, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    heading(title);
    items.forEach(item -> paragraph(item, "  - ", "    "));
  }

  /** Adds the diff of {@code change} without what only git needs. */
  void diff(Patch.Change change, String indent) {
    String diff = look.masking().diff(change);
    for (String line : PatchText.paint(diff, look.style()).split("\n", -1)) {
      boolean git =
          line.contains("diff --git") || line.startsWith("index ") || line.contains("file mode ");
      if (!line.isEmpty() && !git) {
        out.append(indent).append(line).append('\n');
      }
    }
  }

  /** Adds a command that can be copied: it is never broken into lines. */
  void command(String command, String indent) {
    for (String line : Printable.block(look.masking().text(command)).split("\n", -1)) {
      out.append(indent).append(line).append('\n');
    }
  }

  /** Returns {@code text} on one line, without secrets and harmless to a terminal. */
  String clean(String text) {
    return Printable.line(look.masking().text(text));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
