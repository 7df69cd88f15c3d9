package io.patronilint.rules.team;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.ConstSchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.StringSchema;
import org.json.JSONObject;

/**
 * Says what a schema asks for, in our words: those of the library quote values, which may be
 * secrets.
 */
final class Reason {

  private static final int MAX_VALUES = 8;

  private Reason() {}

  /** Returns what goes behind "postgresql.port": "must be an integer". */
  static String of(Violation violation) {
    if (!violation.alternatives().isEmpty()) {
      return choice(violation);
    }
    return switch (violation.keyword()) {
      case "required", "dependencies" -> "is missing";
      case "additionalProperties" -> "is no key that may stand here";
      case "type" -> "must be " + type(violation);
      case "anyOf", "oneOf" -> "fits more than one of the forms that exclude each other";
      case "not" -> "is what must not be";
      case "false" -> "must not be set";
      case "uniqueItems" -> "must not hold the same item twice";
      case "contains" -> "holds none of the items that must be there";
      case "items", "additionalItems" -> "has more items than allowed";
      default -> bySchema(violation);
    };
  }

  private static String bySchema(Violation violation) {
    String keyword = violation.keyword();
    if (violation.schema() instanceof StringSchema text) {
      return text(text, keyword);
    }
    if (violation.schema() instanceof NumberSchema number) {
      return number(number, keyword);
    }
    if (violation.schema() instanceof EnumSchema values) {
      return "must be " + values(values.getPossibleValuesAsList());
    }
    if (violation.schema() instanceof ConstSchema value) {
      return "must be " + value(value.getPermittedValue());
    }
    if (violation.schema() instanceof ArraySchema list) {
      return keyword.equals("minItems")
          ? "must have at least " + items(list.getMinItems(), "item")
          : "must have at most " + items(list.getMaxItems(), "item");
    }
    if (violation.schema() instanceof ObjectSchema object && keyword.endsWith("Properties")) {
      return keyword.startsWith("min")
          ? "must have at least " + items(object.getMinProperties(), "key")
          : "must have at most " + items(object.getMaxProperties(), "key");
    }
    return keyword.isEmpty() ? "is not allowed" : "violates the keyword " + keyword;
  }

  private static String text(StringSchema text, String keyword) {
    return switch (keyword) {
      case "minLength" -> "must have at least " + items(text.getMinLength(), "character");
      case "maxLength" -> "must have at most " + items(text.getMaxLength(), "character");
      case "pattern" -> "must match the pattern " + text.getPattern();
      default -> "must have the format " + text.getFormatValidator().formatName();
    };
  }

  private static String number(NumberSchema number, String keyword) {
    Number above = number.getExclusiveMinimumLimit();
    Number below = number.getExclusiveMaximumLimit();
    return switch (keyword) {
      case "minimum" -> "must be at least " + number.getMinimum();
      case "maximum" -> "must be at most " + number.getMaximum();
      case "exclusiveMinimum" ->
          "must be more than " + (above == null ? number.getMinimum() : above);
      case "exclusiveMaximum" ->
          "must be less than " + (below == null ? number.getMaximum() : below);
      default -> "must be a multiple of " + number.getMultipleOf();
    };
  }

  /**
   * Several types are one sentence; other forms are told one by one, in an order of ours because
   * the library keeps none.
   */
  private static String choice(Violation violation) {
    List<Violation> forms = violation.alternatives();
    boolean types =
        forms.stream()
            .allMatch(f -> f.keyword().equals("type") && f.value().equals(violation.value()));
    if (types) {
      return "must be "
          + forms.stream().map(Reason::type).sorted().collect(Collectors.joining(" or "));
    }
    Set<String> told = new TreeSet<>();
    int above = violation.value().steps().size();
    for (Violation form : forms) {
      String place =
          String.join(".", form.value().steps().subList(above, form.value().steps().size()));
      String key = form.isMissing() || !form.key().isEmpty() ? form.key() : "";
      String name = place.isEmpty() || key.isEmpty() ? place + key : place + "." + key;
      told.add((name.isEmpty() ? "it " : name + " ") + of(form));
    }
    return "has none of the allowed forms: "
        + told.stream().limit(MAX_VALUES).collect(Collectors.joining("; "));
  }

  private static String type(Violation violation) {
    String detail = violation.detail();
    String before = "expected type: ";
    int end = detail.indexOf(',');
    String type =
        detail.startsWith(before) && end > 0 ? detail.substring(before.length(), end) : "";
    return switch (type) {
      case "String" -> "a string";
      case "Integer" -> "an integer";
      case "Number" -> "a number";
      case "Boolean" -> "true or false";
      case "JSONArray" -> "a list";
      case "JSONObject" -> "a mapping";
      default -> "null";
    };
  }

  private static String values(List<Object> values) {
    String shown =
        values.stream().limit(MAX_VALUES).map(Reason::value).collect(Collectors.joining(", "));
    String more = values.size() > MAX_VALUES ? ", ..." : "";
    return values.size() == 1 ? shown : "one of " + shown + more;
  }

  private static String value(Object value) {
    return value instanceof String text ? JSONObject.quote(text) : String.valueOf(value);
  }

  private static String items(Integer number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
