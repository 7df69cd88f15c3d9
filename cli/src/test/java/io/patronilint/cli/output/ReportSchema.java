package io.patronilint.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;

/** The published schema of the JSON report. */
public final class ReportSchema {

  private static final String RESOURCE = "/io/patronilint/schemas/patroni-lint-report.schema.json";

  private ReportSchema() {}

  /** Fails if {@code json} is not what the schema describes. */
  public static void accept(String json) {
    try (InputStream in = ReportSchema.class.getResourceAsStream(RESOURCE)) {
      JSONObject raw = new JSONObject(new JSONTokener(Objects.requireNonNull(in)));
      Schema schema =
          SchemaLoader.builder().draftV7Support().schemaJson(raw).build().load().build();
      schema.validate(new JSONObject(json));
    } catch (ValidationException e) {
      throw new AssertionError(String.join("\n", e.getAllMessages()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
