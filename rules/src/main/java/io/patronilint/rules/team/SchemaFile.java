package io.patronilint.rules.team;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.text.Position;
import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.YamlProblem;
import io.patronilint.rules.InvalidSchemaException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it is written: JSON, or YAML of the kind that patroni.yml is.
 *
 * @param name what messages call it
 * @param source its text
 * @param json what it holds
 */
public record SchemaFile(String name, SourceFile source, Object json) {

  private static final long MAX_BYTES = 10L * 1024 * 1024;

  /** Reads {@code file}; throws {@link InvalidSchemaException} if it holds neither. */
  public static SchemaFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.isDirectory(file)) {
        throw problem(name, "is a directory");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw problem(name, "is larger than any schema");
      }
      return of(name, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw problem(name, "does not exist");
    } catch (AccessDeniedException e) {
      throw problem(name, "cannot be read: permission denied");
    } catch (CharacterCodingException e) {
      throw problem(name, "is not UTF-8");
    } catch (IOException e) {
      throw problem(name, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Reads {@code text}; throws {@link InvalidSchemaException} if it holds neither. */
  public static SchemaFile of(String name, String text) {
    SourceFile source = SourceFile.of(name, FileKind.UNKNOWN, text);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yml") || lower.endsWith(".yaml");
    // JSON may have tabs and escapes that PyYAML refuses.
    boolean json = !yaml && text.stripLeading().startsWith("{");
    return new SchemaFile(name, source, json ? json(name, text) : yaml(name, source));
  }

  private static Object json(String name, String text) {
    try {
      JSONTokener tokens = new JSONTokener(text);
      JSONObject object = new JSONObject(tokens);
      if (tokens.nextClean() != 0) {
        throw tokens.syntaxError("Something follows the object");
      }
      return object;
    } catch (JSONException e) {
      throw problem(name, "is not JSON: " + e.getMessage());
    }
  }

  private static Object yaml(String name, SourceFile source) {
    if (!source.yaml().accepted()) {
      YamlProblem first = source.yaml().problems().get(0);
      Position at = source.text().positionAt(first.span().start());
      throw problem(name + ":" + at.line(), "is neither JSON nor YAML: " + first.message());
    }
    ConfigNode root = ConfigTree.of(source).root();
    if (root == null || !root.isMapping()) {
      throw problem(name, "holds no mapping, so it is no schema");
    }
    try {
      return JsonValues.of(root);
    } catch (JsonValues.TooLargeException e) {
      throw problem(name, "is larger than any schema");
    }
  }

  /** Says that the place that {@code pointer} names, or the file, is wrong. */
  InvalidSchemaException problem(@Nullable Pointer pointer, String what) {
    ConfigNode root =
        pointer == null || !source.yaml().accepted() ? null : ConfigTree.of(source).root();
    if (root == null || pointer == null) {
      return problem(name, what);
    }
    return problem(name + ":" + pointer.in(root).keyLocation().start().line(), what);
  }

  /** Says that the line with the first {@code word} in quotes is wrong. */
  InvalidSchemaException problemAt(String word, String what) {
    int at = source.text().text().indexOf(word);
    return problem(at < 0 ? name : name + ":" + source.text().positionAt(at).line(), what);
  }

  private static InvalidSchemaException problem(String place, String what) {
    String line = what.replaceAll("\\s+", " ").strip();
    return new InvalidSchemaException("the schema " + place + " " + line);
  }
}
