package io.patronilint.cli.output;

import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.finding.Location;
import io.patronilint.core.server.ServerConfig;
import io.patronilint.core.server.Setting;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarValue;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Effective configurations for programs; the order of keys is fixed. */
public final class EffectiveJson {

  private static final int FORMAT_VERSION = 1;

  private final Look look;

  /** Prints the way {@code look} says. */
  public EffectiveJson(Look look) {
    this.look = look;
  }

  /** Prints {@code configs}. */
  public void write(List<EffectiveConfig> configs, PrintStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORMAT_VERSION);
      json.writeArrayPropertyStart("nodes");
      for (EffectiveConfig config : configs) {
        node(json, config);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void node(JsonGenerator json, EffectiveConfig config) {
    json.writeStartObject();
    json.writeStringProperty("name", clean(config.node().name()));
    json.writeArrayPropertyStart("files");
    for (SourceFile file : SourceNames.of(config.node()).files()) {
      json.writeString(clean(file.path()));
    }
    json.writeEndArray();
    failure(json, "failure", config.failure());
    failure(json, "dynamic_dropped", config.refused());
    json.writeName("configuration");
    value(json, config.configuration(), new ArrayList<>());
    json.writeObjectPropertyStart("provenance");
    provenance(json, config.configuration(), "");
    json.writeEndObject();
    json.writeArrayPropertyStart("ignored");
    for (Ignored loss : Losers.of(config)) {
      ignored(json, loss);
    }
    json.writeEndArray();
    boolean starts = config.failure() == null;
    ServerConfig server = ServerConfig.of(config);
    settings(json, "postgresql_conf", starts ? server.postgresqlConf() : List.of());
    settings(json, "recovery", starts ? server.recoveryForFollower() : List.of());
    json.writeEndObject();
  }

  private void settings(JsonGenerator json, String name, List<Setting> settings) {
    json.writeObjectPropertyStart(name);
    for (Setting setting : settings) {
      String text = look.masking().setting(List.of(setting.name()), setting.text());
      json.writeStringProperty(clean(setting.name()), text);
    }
    json.writeEndObject();
  }

  private void failure(JsonGenerator json, String name, @Nullable ConfigFailure failure) {
    if (failure == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("error", failure.error());
    json.writeStringProperty("message", clean(failure.message()));
    place(json, failure.origin());
    json.writeEndObject();
  }

  private void value(JsonGenerator json, Value value, List<String> keys) {
    if (value instanceof Mapping mapping) {
      json.writeStartObject();
      for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
        String key = entry.getKey().text();
        json.writeName(clean(key));
        keys.add(key);
        value(json, entry.getValue(), keys);
        keys.remove(keys.size() - 1);
      }
      json.writeEndObject();
    } else if (value instanceof Value.Sequence list) {
      json.writeStartArray();
      list.items().forEach(item -> value(json, item, keys));
      json.writeEndArray();
    } else if (value instanceof Value.Scalar scalar) {
      scalar(json, scalar.value(), keys);
    }
  }

  private void scalar(JsonGenerator json, ScalarValue scalar, List<String> keys) {
    String shown = look.masking().setting(keys, scalar.text());
    if (!shown.equals(scalar.text())) {
      json.writeString(shown);
    } else if (scalar instanceof ScalarValue.Null) {
      json.writeNull();
    } else if (scalar instanceof ScalarValue.Bool bool) {
      json.writeBoolean(bool.value());
    } else if (scalar instanceof ScalarValue.Int number) {
      integer(json, number.value());
    } else if (scalar instanceof ScalarValue.Real real && Double.isFinite(real.value())) {
      json.writeNumber(real.value());
    } else {
      json.writeString(shown);
    }
  }

  private static void integer(JsonGenerator json, BigInteger number) {
    json.writeNumber(number);
  }

  private void provenance(JsonGenerator json, Value value, String path) {
    if (value instanceof Mapping mapping && mapping.size() > 0) {
      for (Map.Entry<ScalarValue, Value> entry : mapping.entries()) {
        String key = clean(entry.getKey().text());
        provenance(json, entry.getValue(), path.isEmpty() ? key : path + "." + key);
      }
    } else if (value instanceof Value.Sequence list && !list.items().isEmpty()) {
      for (int i = 0; i < list.items().size(); i++) {
        provenance(json, list.items().get(i), path + "[" + i + "]");
      }
    } else {
      json.writeObjectPropertyStart(path);
      origin(json, value.origin());
      json.writeEndObject();
    }
  }

  private void ignored(JsonGenerator json, Ignored loss) {
    json.writeStartObject();
    json.writeStringProperty("path", clean(loss.path()));
    place(json, loss.origin());
    json.writeStringProperty("reason", word(loss.reason()));
    json.writeStringProperty("detail", clean(loss.detail()));
    Origin winner = loss.winner();
    if (winner == null) {
      json.writeNullProperty("winner");
    } else {
      json.writeObjectPropertyStart("winner");
      origin(json, winner);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void origin(JsonGenerator json, Origin origin) {
    place(json, origin);
    json.writeStringProperty("source", word(origin.source()));
    if (origin.source() == Origin.Source.ENVIRONMENT) {
      json.writeStringProperty("variable", clean(origin.detail()));
    }
  }

  private void place(JsonGenerator json, Origin origin) {
    Location place = origin.place().orElse(null);
    if (place == null) {
      json.writeNullProperty("file");
      json.writeNullProperty("line");
    } else {
      json.writeStringProperty("file", clean(place.file().path()));
      json.writeNumberProperty("line", place.start().line());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String clean(String text) {
    return look.masking().text(text);
  }
}
