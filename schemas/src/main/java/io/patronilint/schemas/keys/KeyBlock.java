package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One block of the table while it is read; what it does not say it has from its section. */
final class KeyBlock {

  private final List<String> path;
  private final Map<String, List<String>> attributes;
  private final @Nullable PatroniKey section;

  KeyBlock(List<String> path, Map<String, List<String>> attributes, @Nullable PatroniKey section) {
    this.path = path;
    this.attributes = new HashMap<>(attributes);
    this.section = section;
  }

  /** Returns the key; an attribute that is unknown or wrong is an IllegalArgumentException. */
  PatroniKey key() {
    PatroniKey.Life life = life();
    PatroniKey key =
        new PatroniKey(
            path,
            ValueType.parse(take("type")),
            places(),
            allowed(),
            life,
            requirement(),
            take("secret").equals("yes"),
            variables(life),
            words());
    if (!attributes.isEmpty()) {
      throw new IllegalArgumentException("unknown attributes: " + attributes.keySet());
    }
    return key;
  }

  private String take(String name) {
    List<String> values = attributes.remove(name);
    if (values != null && values.size() > 1) {
      throw new IllegalArgumentException("twice: " + name);
    }
    return values == null ? "" : values.get(0);
  }

  private Set<Place> places() {
    String where = take("where");
    return switch (where) {
      case "local" -> EnumSet.of(Place.LOCAL);
      case "dynamic" -> EnumSet.of(Place.DYNAMIC);
      case "both" -> EnumSet.of(Place.LOCAL, Place.DYNAMIC);
      case "env" -> EnumSet.of(Place.ENVIRONMENT);
      case "" -> inherited();
      default -> throw new IllegalArgumentException("where: " + where);
    };
  }

  private Set<Place> inherited() {
    if (section == null) {
      throw new IllegalArgumentException("no place and no section: " + path);
    }
    return section.places();
  }

  private PatroniKey.Allowed allowed() {
    List<String> values = new ArrayList<>();
    Map<String, Releases> newer = new HashMap<>();
    String text = take("values");
    for (String word : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int at = word.indexOf('@');
      String value = at < 0 ? word : word.substring(0, at);
      values.add(value);
      if (at >= 0) {
        newer.put(value, Releases.parse(word.substring(at + 1)));
      }
    }
    boolean anyCase = values.remove("anycase");
    return new PatroniKey.Allowed(
        values, newer, anyCase, number("min"), number("max"), take("unit"), take("form"));
  }

  private OptionalDouble number(String name) {
    String text = take(name);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private PatroniKey.Life life() {
    Releases since = releases("since");
    Releases deprecated = releases("deprecated");
    Releases removed = releases("removed");
    if (section != null) {
      since = since == null ? section.life().since() : since;
      deprecated = deprecated == null ? section.life().deprecated() : deprecated;
      removed = removed == null ? section.life().removed() : removed;
    }
    return new PatroniKey.Life(since, deprecated, removed, take("use"));
  }

  private @Nullable Releases releases(String name) {
    String text = take(name);
    return text.isEmpty() ? null : Releases.parse(text);
  }

  private Requirement requirement() {
    String text = take("required");
    return switch (text) {
      case "" -> Requirement.OPTIONAL;
      case "yes" -> Requirement.REQUIRED;
      case "section" -> Requirement.IN_SECTION;
      case "validator" -> Requirement.BY_VALIDATOR;
      default -> throw new IllegalArgumentException("required: " + text);
    };
  }

  private List<EnvVariable> variables(PatroniKey.Life life) {
    List<String> lines = attributes.remove("env");
    List<EnvVariable> variables = new ArrayList<>();
    if (lines != null) {
      for (String line : lines) {
        variables.add(variable(line.split(" ", -1), life));
      }
    } else if (path.get(0).startsWith("$")) {
      String name = path.get(0).substring(1);
      variables.add(
          new EnvVariable(name, List.of(), Parsing.STRING, life.since(), life.removed(), false));
    }
    return variables;
  }

  /** Reads {@code NAME parsing [since VERSION] [before VERSION] [sectioned]}. */
  private EnvVariable variable(String[] words, PatroniKey.Life life) {
    Releases since = life.since();
    Releases before = life.removed();
    boolean sectioned = false;
    for (int i = 2; i < words.length; i++) {
      switch (words[i]) {
        case "since" -> since = Releases.parse(words[++i]);
        case "before" -> before = Releases.parse(words[++i]);
        case "sectioned" -> sectioned = true;
        default -> throw new IllegalArgumentException("env: " + words[i]);
      }
    }
    Parsing parsing = Parsing.valueOf(words[1].toUpperCase(Locale.ROOT));
    return new EnvVariable(
        words[0].toUpperCase(Locale.ROOT), path, parsing, since, before, sectioned);
  }

  private PatroniKey.Words words() {
    return new PatroniKey.Words(
        take("about"), take("wrong"), take("default"), take("good"), take("bad"));
  }
}
