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

/** The published schemas of what is printed as JSON. */
public final class ReportSchema {

  private static final String FOLDER = "/io/patronilint/schemas/";

  private ReportSchema() {}

  /** Fails if {@code json} is not what the schema of a report describes. */
  public static void accept(String json) {
    accept(json, "patroni-lint-report.schema.json");
  }

  /** Fails if {@code json} is not what the schema of a preview describes. */
  public static void acceptPreview(String json) {
    accept(json, "patroni-lint-preview.schema.json");
  }

  /** Fails if {@code json} is not what the schema of an effective configuration describes. */
  public static void acceptEffective(String json) {
    accept(json, "patroni-lint-effective.schema.json");
  }

  /** Fails if {@code json} is not what the schema of restore plans describes. */
  public static void acceptPlan(String json) {
    accept(json, "patroni-lint-restore-plan.schema.json");
  }

  /** Fails if {@code json} is not what the schema of a verification describes. */
  public static void acceptVerification(String json) {
    accept(json, "patroni-lint-restore-verify.schema.json");
  }

  private static void accept(String json, String schemaFile) {
    try (InputStream in = ReportSchema.class.getResourceAsStream(FOLDER + schemaFile)) {
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
