package io.patronilint.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the lists of cases among the test resources. */
final class Cases {

  private Cases() {}

  /** A document under a name. */
  record Case(String name, String document) {}

  /** Returns all cases: the documents, and each scalar in several places. */
  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (String line : lines("documents.txt")) {
      int bar = line.indexOf('|');
      cases.add(new Case(line.substring(0, bar), unescaped(line.substring(bar + 1))));
    }
    for (String line : lines("scalars.txt")) {
      String scalar = unescaped(line);
      cases.add(new Case("value " + line, "k: " + scalar + "\n"));
      cases.add(new Case("item " + line, "- " + scalar + "\n"));
      cases.add(new Case("key " + line, scalar + ": v\n"));
      cases.add(new Case("flow item " + line, "[" + scalar + "]\n"));
      cases.add(new Case("flow value " + line, "{k: " + scalar + ", l: 1}\n"));
      cases.add(new Case("str tag " + line, "k: !!str " + scalar + "\n"));
      cases.add(new Case("int tag " + line, "k: !!int '" + scalar + "'\n"));
      cases.add(new Case("float tag " + line, "k: !!float '" + scalar + "'\n"));
      cases.add(new Case("timestamp tag " + line, "k: !!timestamp '" + scalar + "'\n"));
      cases.add(new Case("binary tag " + line, "k: !!binary '" + scalar + "'\n"));
    }
    cases.add(new Case("simple key of 1024", "x".repeat(1024) + ": 1\n"));
    cases.add(new Case("simple key of 1025", "x".repeat(1025) + ": 1\n"));
    cases.add(new Case("quoted key of 1100", "'" + "x".repeat(1100) + "': 1\n"));
    cases.add(new Case("int of 4300 digits", "a: " + "7".repeat(4300) + "\n"));
    cases.add(new Case("int of 4301 digits", "a: " + "7".repeat(4301) + "\n"));
    cases.add(new Case("hex of 5000 digits", "a: 0x" + "7".repeat(5000) + "\n"));
    cases.add(new Case("flow depth 480", "[".repeat(480) + "]".repeat(480)));
    cases.add(new Case("flow depth 600", "[".repeat(600) + "]".repeat(600)));
    return cases;
  }

  private static List<String> lines(String resource) {
    return resource(resource)
        .lines()
        .filter(line -> !line.startsWith("# ") && !line.isEmpty())
        .toList();
  }

  /** Returns the text of a test resource beside this class. */
  static String resource(String name) {
    try (InputStream in = Cases.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\' || i + 1 == line.length()) {
        text.append(c);
        continue;
      }
      char next = line.charAt(++i);
      switch (next) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
