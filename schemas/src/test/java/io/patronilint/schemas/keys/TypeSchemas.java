package io.patronilint.schemas.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes JSON Schemas of the types of single values. */
final class TypeSchemas {

  private static final String NUMBER =
      "\\s*[+-]?(0[xX][0-9a-fA-F]+|[0-9]+(\\.[0-9]*)?|\\.[0-9]+)\\s*";

  private final PatroniKey.Allowed allowed;
  private final List<String> values;

  TypeSchemas(PatroniKey.Allowed allowed, List<String> values) {
    this.allowed = allowed;
    this.values = values;
  }

  /** Returns the schemas of the ways to write a value of {@code type}. */
  List<Map<String, Object>> of(ValueType type) {
    return switch (type.kind()) {
      case BOOL -> List.of(booleans());
      case BOOLWORD -> List.of(booleans(), bits(), wordPattern());
      case INT -> List.of(numbers("integer"));
      case DIGITS -> List.of(numbers("integer"), pattern("^\\s*[+-]?[0-9]+\\s*$"));
      case NUMBER -> List.of(numbers("number"), pattern("^" + NUMBER + "$"));
      case TIME -> List.of(numbers("number"), pattern("^" + NUMBER + "(us|ms|s|min|h|d)?\\s*$"));
      case SIZE -> List.of(numbers("number"), pattern("^" + NUMBER + "(B|kB|MB|GB|TB)?\\s*$"));
      case REAL -> List.of(numbers("number"));
      case STRING -> strings();
      case SCALAR -> List.of(map("type", List.of("string", "number", "boolean")));
      case OPTIONS -> options();
      case LIST -> List.of(list(type.items()));
      case MAP -> List.of(map("type", "object"));
      case NULL -> List.of(map("type", "null"));
      case ANY -> List.of(new LinkedHashMap<>());
    };
  }

  private Map<String, Object> booleans() {
    boolean on = values.isEmpty() || values.contains("true");
    boolean off = values.isEmpty() || values.contains("false");
    return on && off ? map("type", "boolean") : map("enum", List.of(on));
  }

  private Map<String, Object> bits() {
    Map<String, Object> schema = map("type", "integer");
    schema.put("minimum", values.isEmpty() || values.contains("0") ? 0 : 1);
    schema.put("maximum", values.isEmpty() || values.contains("1") ? 1 : 0);
    return schema;
  }

  private Map<String, Object> wordPattern() {
    return pattern(anyCase(values.isEmpty() ? words() : values));
  }

  /** Returns the words that stand for a boolean; in an editor nobody needs them offered. */
  private static List<String> words() {
    return List.of("on", "off", "true", "false", "yes", "no", "1", "0");
  }

  /** Returns strings; where capitals do not matter, the usual way to write them comes first. */
  private List<Map<String, Object>> strings() {
    if (values.isEmpty()) {
      Map<String, Object> schema = map("type", "string");
      String form = form();
      if (!form.isEmpty()) {
        schema.put("pattern", form);
      }
      return List.of(schema);
    }
    List<String> usual = values.stream().filter(value -> !words().contains(value)).toList();
    Map<String, Object> offered = map("enum", usual);
    if (!allowed.anyCase()) {
      return List.of(offered);
    }
    Map<String, Object> any = pattern(anyCase(values));
    return usual.isEmpty() ? List.of(any) : List.of(offered, any);
  }

  private String form() {
    return switch (allowed.form()) {
      case "host:port" -> "^\\s*\\S+:[0-9]+\\s*$";
      case "host[:port]", "domain" -> "^[^/\\s]+$";
      case "url" -> "^[A-Za-z][A-Za-z0-9+.-]*://";
      default -> "";
    };
  }

  private static String anyCase(List<String> words) {
    StringBuilder pattern = new StringBuilder("^(");
    for (String word : words) {
      pattern.append(pattern.length() > 2 ? "|" : "");
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        String upper = String.valueOf(c).toUpperCase(Locale.ROOT);
        String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
        pattern.append(upper.equals(lower) ? lower : "[" + lower + upper + "]");
      }
    }
    return pattern.append(")$").toString();
  }

  private Map<String, Object> numbers(String type) {
    Map<String, Object> schema = map("type", type);
    bound(schema, "minimum", allowed.min());
    bound(schema, "maximum", allowed.max());
    return schema;
  }

  private static void bound(Map<String, Object> schema, String word, OptionalDouble bound) {
    if (bound.isPresent()) {
      schema.put(word, number(bound.getAsDouble()));
    }
  }

  static Object number(double number) {
    if (number == Math.rint(number)) {
      return Math.round(number);
    }
    return number;
  }

  private static List<Map<String, Object>> options() {
    Map<String, Object> text = map("type", "string");
    Map<String, Object> switches = map("type", "object");
    switches.put("additionalProperties", text);
    Map<String, Object> one = new LinkedHashMap<>(switches);
    one.put("minProperties", 1);
    one.put("maxProperties", 1);
    Map<String, Object> list = map("type", "array");
    list.put("items", map("anyOf", List.of(text, one)));
    return List.of(list, switches);
  }

  private static Map<String, Object> list(List<ValueType> items) {
    Map<String, Object> schema = map("type", "array");
    if (!items.isEmpty()) {
      schema.put("items", plain(items));
    }
    return schema;
  }

  /** Returns the schema of items or values, which have no list of values of their own. */
  static Map<String, Object> plain(List<ValueType> types) {
    PatroniKey.Allowed any =
        new PatroniKey.Allowed(
            List.of(), Map.of(), false, OptionalDouble.empty(), OptionalDouble.empty(), "", "");
    TypeSchemas schemas = new TypeSchemas(any, List.of());
    List<Map<String, Object>> ways = new ArrayList<>();
    for (ValueType type : types) {
      for (Map<String, Object> way : schemas.of(type)) {
        boolean typed = type.kind() == ValueKind.MAP && !type.items().isEmpty();
        if (typed) {
          way.put("additionalProperties", plain(type.items()));
        }
        ways.add(way);
      }
    }
    return any(ways);
  }

  /** Returns a schema that accepts what one of {@code given} accepts. */
  static Map<String, Object> any(List<Map<String, Object>> given) {
    List<Map<String, Object>> ways = given.stream().distinct().toList();
    if (ways.size() == 1) {
      return new LinkedHashMap<>(ways.get(0));
    }
    Map<String, Object> nothing = map("type", "null");
    if (ways.size() == 2 && ways.get(1).equals(nothing) && ways.get(0).get("type") != null) {
      Map<String, Object> one = new LinkedHashMap<>(ways.get(0));
      List<Object> types = types(one);
      types.add("null");
      one.put("type", types);
      return one;
    }
    Set<String> onlyType = Set.of("type");
    List<Object> types = new ArrayList<>();
    for (Map<String, Object> way : ways) {
      if (way.keySet().equals(onlyType)) {
        types.addAll(types(way));
      }
    }
    return types.size() < ways.size() ? map("anyOf", ways) : map("type", types);
  }

  private static List<Object> types(Map<String, Object> schema) {
    Object type = schema.get("type");
    return new ArrayList<>(type instanceof List<?> list ? list : List.of(String.valueOf(type)));
  }

  private static Map<String, Object> pattern(String pattern) {
    Map<String, Object> schema = map("type", "string");
    schema.put("pattern", pattern);
    return schema;
  }

  static Map<String, Object> map(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }
}
