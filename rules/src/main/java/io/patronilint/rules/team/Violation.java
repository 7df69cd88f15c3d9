package io.patronilint.rules.team;

import java.util.ArrayList;
import java.util.List;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;

/**
 * One thing that a document violates.
 *
 * @param value what is wrong
 * @param keyword the keyword of the schema that it violates
 * @param schema the violated subschema
 * @param place where the subschema, or the nearest around it with a place, is written
 * @param detail the library's sentence, which may quote the value; not for people
 * @param alternatives what the value has against each of several subschemas
 */
record Violation(
    Pointer value,
    String keyword,
    Schema schema,
    Pointer place,
    String detail,
    List<Violation> alternatives) {

  private static final String NAMES = "propertyNames";

  /** Takes the leaves out of a tree of violations; alternatives stay together. */
  static List<Violation> of(ValidationException root) {
    List<Violation> found = new ArrayList<>();
    collect(root, "#", found);
    return found;
  }

  private static void collect(ValidationException e, String around, List<Violation> found) {
    String place = e.getSchemaLocation() == null ? around : e.getSchemaLocation();
    String keyword = e.getKeyword() == null ? "" : e.getKeyword();
    boolean choice = keyword.equals("anyOf") || keyword.equals("oneOf");
    if (!choice && !e.getCausingExceptions().isEmpty()) {
      e.getCausingExceptions().forEach(cause -> collect(cause, place, found));
      return;
    }
    List<Violation> alternatives = new ArrayList<>();
    e.getCausingExceptions().forEach(cause -> collect(cause, place, alternatives));
    found.add(
        new Violation(
            Pointer.of(e.getPointerToViolation()),
            keyword,
            e.getViolatedSchema(),
            Pointer.of(place),
            e.getErrorMessage(),
            List.copyOf(alternatives)));
  }

  /** Returns the key that is missing or that is too much; empty if it is about none. */
  String key() {
    String before =
        switch (keyword) {
          case "required" -> "required key [";
          case "additionalProperties" -> "extraneous key [";
          case "dependencies" -> "property [";
          default -> "";
        };
    int end = detail.lastIndexOf(']');
    return before.isEmpty() || !detail.startsWith(before) || end < before.length()
        ? ""
        : detail.substring(before.length(), end);
  }

  /** Tells whether a key has to be there that is not. */
  boolean isMissing() {
    return (keyword.equals("required") || keyword.equals("dependencies")) && !key().isEmpty();
  }

  /** Tells whether it is about the name of a key, not about its value. */
  boolean isName() {
    int at = place.steps().indexOf(NAMES);
    return at >= 0 && (at == 0 || !place.steps().get(at - 1).equals("properties"));
  }

  /** Tells whether the schema asks for a form here, and not for certain values. */
  boolean tellsNoValue() {
    return switch (keyword) {
      case "type", "minLength", "maxLength", "pattern", "format" -> true;
      case "minItems", "maxItems", "uniqueItems", "contains", "items" -> true;
      case "minProperties", "maxProperties" -> true;
      default -> false;
    };
  }
}
