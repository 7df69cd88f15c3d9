package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the dynamic configuration over Patroni's defaults: {@code
 * Config._safe_copy_dynamic_configuration}.
 */
final class DynamicCopy {

  private final Release release;
  private final Losses losses;
  private final Mapping.Builder config;

  private DynamicCopy(Release release, Losses losses) {
    this.release = release;
    this.losses = losses;
    this.config = release.defaults().toBuilder();
  }

  static Mapping of(Release release, Mapping dynamic, Losses losses) {
    DynamicCopy copy = new DynamicCopy(release, losses);
    for (Map.Entry<ScalarValue, Value> entry : dynamic.entries()) {
      copy.take(entry.getKey(), entry.getValue(), dynamic);
    }
    return copy.config.build();
  }

  private void take(ScalarValue key, Value value, Mapping dynamic) {
    String name = key instanceof ScalarValue.Str text ? text.text() : null;
    String renamed = name == null ? null : release.table("renamed").get(name);
    if (renamed != null && !dynamic.has(renamed)) {
      name = renamed;
    }
    if (name == null) {
      unknown(key.text(), value);
    } else if (name.equals("postgresql")) {
      postgresql(value);
    } else if (name.equals("standby_cluster")) {
      standbyCluster(value);
    } else if (config.has(name)) {
      config.put(name, release.isTakenRaw(name) ? value : number(name, value));
    } else if (!release.names("dynamic-only").contains(name)) {
      unknown(name, value);
    }
  }

  private void unknown(String name, Value value) {
    boolean local = release.names("local-only").contains(name);
    losses.add(
        name,
        value,
        local ? Reason.LOCAL_ONLY : Reason.UNKNOWN,
        local
            ? "Patroni reads " + name + " from the local configuration only"
            : "the dynamic configuration has no " + name,
        (Value) null);
  }

  private static Value number(String name, Value value) {
    BigInteger number = Python.toInt(name, value);
    return new Value.Scalar(new ScalarValue.Int(number), value.origin());
  }

  private void postgresql(Value value) {
    Mapping.Builder section = section("postgresql").toBuilder();
    for (Map.Entry<ScalarValue, Value> entry : items("postgresql", value)) {
      ScalarValue key = entry.getKey();
      Value setting = entry.getValue();
      String path = "postgresql." + key.text();
      boolean text = key instanceof ScalarValue.Str;
      if (text && key.text().equals("parameters")) {
        Mapping known = section.get("parameters") instanceof Mapping m ? m : emptyParameters();
        section.put(key, new ParameterFilter(release, losses).merge(known, setting, null));
      } else if (text && release.names("local-only").contains(path)) {
        losses.add(
            path,
            setting,
            Reason.LOCAL_ONLY,
            "Patroni reads " + path + " from the local configuration only",
            (Value) null);
      } else {
        section.put(key, setting);
      }
    }
    config.put("postgresql", section.build());
  }

  private Mapping emptyParameters() {
    return Mapping.builder(release.defaults().origin()).build();
  }

  private void standbyCluster(Value value) {
    Mapping known = section("standby_cluster");
    Mapping.Builder section = known.toBuilder();
    for (Map.Entry<ScalarValue, Value> entry : items("standby_cluster", value)) {
      if (known.get(entry.getKey()) != null) {
        section.put(entry.getKey(), entry.getValue());
      } else {
        String name = entry.getKey().text();
        losses.add(
            "standby_cluster." + name,
            entry.getValue(),
            Reason.UNKNOWN,
            "standby_cluster has no " + name,
            (Value) null);
      }
    }
    config.put("standby_cluster", section.build());
  }

  private Mapping section(String name) {
    return config.get(name) instanceof Mapping mapping ? mapping : emptyParameters();
  }

  private static Iterable<Map.Entry<ScalarValue, Value>> items(String name, @Nullable Value value) {
    if (value == null || !value.truthy()) {
      return java.util.List.of();
    }
    return Python.dict(name, value).entries();
  }
}
