package io.patronilint.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generates documents that lean on what hurts: about half of them are meant to be right, the others
 * hold something odd or are spoilt by small mutations.
 */
public final class YamlGenerator {

  private static final String[] BREAKS = {"\n", "\r\n", "\r", "\u0085", "\u2028"};

  private final Random random;
  private final ScalarGenerator scalars;
  private final StringBuilder out = new StringBuilder();
  private final List<String> anchors = new ArrayList<>();
  private int anchorCount;
  private int budget;

  /** Starts a generator. */
  public YamlGenerator(Random random) {
    this.random = random;
    this.scalars = new ScalarGenerator(random);
  }

  /** Returns the next document. */
  public String next() {
    int kind = random.nextInt(100);
    if (kind < 50) {
      return document();
    }
    if (kind < 72) {
      return Mutator.mutate(document(), random, 1 + random.nextInt(2));
    }
    if (kind < 96) {
      return Mutator.mutate(PatroniLike.file(random), random, random.nextInt(4));
    }
    return Mutator.soup(random);
  }

  /** Returns a document that is meant to be right, but for odd ingredients now and then. */
  public String document() {
    out.setLength(0);
    anchors.clear();
    anchorCount = 0;
    budget = 3 + random.nextInt(12);
    prologue();
    int indent = chance(4) ? 2 : 0;
    if (chance(6)) {
      line(indent, node());
    } else if (chance(20)) {
      sequence(indent);
    } else {
      mapping(indent);
    }
    epilogue();
    String text = out.toString();
    return chance(6) ? text.replace("\n", BREAKS[random.nextInt(BREAKS.length)]) : text;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void prologue() {
    if (chance(2)) {
      out.append('\uFEFF');
    }
    if (chance(3)) {
      out.append(
          chance(50)
              ? "%YAML 1." + random.nextInt(4) + "\n---\n"
              : "%TAG !e! tag:yaml.org,2002:\n---\n");
    } else if (chance(15)) {
      out.append(chance(80) ? "---\n" : "--- # c\n");
    }
    comments(0);
  }

  private void epilogue() {
    if (chance(15)) {
      comments(0);
    }
    if (chance(4)) {
      out.append("...\n");
    }
    if (chance(1)) {
      out.append("---\nb: 2\n");
    }
    if (chance(12)) {
      out.setLength(Math.max(0, out.length() - 1));
    }
  }

  private void comments(int indent) {
    while (chance(15)) {
      int shift = chance(70) ? indent : random.nextInt(8);
      out.append(" ".repeat(chance(30) ? 0 : shift));
      out.append(chance(70) ? "# c" + scalars.word() : "").append('\n');
    }
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }

  private String trailing() {
    return chance(10) ? (chance(90) ? " # c" : "  #: [c") : chance(3) ? "  " : "";
  }

  private String properties() {
    StringBuilder properties = new StringBuilder();
    if (chance(8)) {
      String name = "a" + anchorCount++;
      anchors.add(name);
      properties.append('&').append(name).append(' ');
    }
    if (chance(4)) {
      properties.append(scalars.tag()).append(' ');
    }
    return properties.toString();
  }

  /** Returns a node on one line. */
  private String node() {
    if (!anchors.isEmpty() && chance(10)) {
      return "*" + anchors.get(random.nextInt(anchors.size()));
    }
    String properties = properties();
    return properties + (chance(15) ? flow(0) : scalars.inline());
  }

  private String flow(int depth) {
    StringBuilder text = new StringBuilder();
    boolean mapping = chance(50);
    int count = random.nextInt(4);
    String gap = chance(85) ? " " : chance(50) ? "" : chance(70) ? "\n     " : " # c\n   ";
    text.append(mapping ? '{' : '[');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(',').append(gap);
      }
      if (mapping || chance(8)) {
        text.append(chance(4) ? "? " : "");
        text.append(flowKey());
        text.append(chance(88) ? ": " : chance(50) ? " : " : chance(50) ? ":" : "");
      }
      text.append(depth < 3 && chance(20) ? flow(depth + 1) : flowScalar());
    }
    text.append(chance(5) ? "," : "");
    return text.append(mapping ? '}' : ']').toString();
  }

  private String flowKey() {
    if (!anchors.isEmpty() && chance(4)) {
      return "*" + anchors.get(random.nextInt(anchors.size())) + (chance(70) ? " " : "");
    }
    return chance(85) ? scalars.key() : scalars.flowScalar();
  }

  private String flowScalar() {
    if (!anchors.isEmpty() && chance(5)) {
      return "*" + anchors.get(random.nextInt(anchors.size())) + (chance(90) ? "" : " ");
    }
    return properties() + scalars.flowScalar();
  }

  private void mapping(int indent) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      comments(indent);
      budget--;
      out.append(" ".repeat(wrong(indent)));
      entry(indent);
    }
  }

  /** Returns {@code indent}, or rarely something near it. */
  private int wrong(int indent) {
    return chance(1) ? Math.max(0, indent + random.nextInt(5) - 2) : indent;
  }

  private void entry(int indent) {
    if (!anchors.isEmpty() && chance(8)) {
      String name = anchors.get(random.nextInt(anchors.size()));
      out.append(chance(80) ? "<<: *" + name : "<<: [*" + name + ", {m: 1}]").append('\n');
      return;
    }
    if (chance(3)) {
      out.append("? ").append(scalars.key()).append(trailing()).append('\n');
      if (chance(20)) {
        return;
      }
      out.append(" ".repeat(indent)).append(':');
    } else {
      out.append(key()).append(chance(96) ? ":" : " :");
    }
    value(indent, true);
  }

  private String key() {
    if (!anchors.isEmpty() && chance(3)) {
      return "*" + anchors.get(random.nextInt(anchors.size())) + (chance(70) ? " " : "");
    }
    return chance(3) ? properties() + scalars.key() : scalars.key();
  }

  /** Writes what stands behind a colon or dash. */
  private void value(int indent, boolean inMapping) {
    if (budget > 0 && chance(35)) {
      String properties = properties();
      out.append(properties.isEmpty() ? "" : " " + properties.strip());
      out.append(trailing()).append('\n');
      comments(indent + 2);
      int deeper = indent + 1 + random.nextInt(4);
      if (inMapping && chance(40)) {
        sequence(chance(40) ? indent : deeper);
      } else {
        mapping(deeper);
      }
    } else if (chance(14)) {
      out.append(' ').append(chance(5) ? properties() : "").append(scalars.block(indent));
    } else if (chance(5)) {
      out.append(trailing()).append('\n');
    } else {
      out.append(chance(98) ? " " : "   ");
      out.append(node().replace("\n", "\n" + " ".repeat(indent + 1)));
      out.append(trailing()).append('\n');
    }
  }

  private void sequence(int indent) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      comments(indent);
      budget--;
      out.append(" ".repeat(wrong(indent))).append('-');
      if (budget > 0 && chance(25)) {
        out.append(' ');
        if (chance(70)) {
          entry(indent + 2);
          while (chance(50)) {
            comments(indent + 2);
            out.append(" ".repeat(wrong(indent + 2)));
            entry(indent + 2);
          }
        } else {
          out.append("- ").append(node()).append('\n');
        }
      } else {
        value(indent, false);
      }
    }
  }
}
