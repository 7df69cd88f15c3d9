package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.yaml.ScalarValue;
import java.util.Map;

/**
 * Merges the local configuration over the dynamic one: {@code
 * Config._build_effective_configuration}.
 */
final class EffectiveBuild {

  private final Release release;
  private final Mapping local;
  private final Losses losses;
  private final Mapping.Builder config;

  private EffectiveBuild(Release release, Mapping dynamic, Mapping local, Losses losses) {
    this.release = release;
    this.local = local;
    this.losses = losses;
    this.config = DynamicCopy.of(release, dynamic, losses).toBuilder();
  }

  /**
   * Returns the effective configuration.
   *
   * @throws io.patronilint.core.value.PythonError where Patroni raises
   */
  static Mapping of(Release release, Mapping dynamic, Mapping local, Losses losses) {
    EffectiveBuild build = new EffectiveBuild(release, dynamic, local, losses);
    for (Map.Entry<ScalarValue, Value> entry : local.entries()) {
      build.take(entry.getKey(), entry.getValue());
    }
    return build.finish();
  }

  private void take(ScalarValue key, Value value) {
    String name = key instanceof ScalarValue.Str text ? text.text() : "";
    if (name.equals("citus") && release.has(Behaviour.CHECKS_CITUS)) {
      citus(value);
    } else if (name.equals("postgresql")) {
      postgresql(value);
    } else if (config.get(key) == null || name.equals("watchdog")) {
      Value taken = value.truthy() ? value : empty(value.origin());
      config.put(key, taken);
      if (release.names("dynamic-only").contains(name)) {
        losses.add(name, value, Reason.DYNAMIC_ONLY, fromDynamicOnly(name), (Value) null);
      } else if (!value.truthy() && !(value instanceof Mapping)) {
        losses.add(
            name, value, Reason.INVALID, "Patroni takes it for an empty mapping", (Value) null);
      }
    } else {
      losses.add(name, value, Reason.DYNAMIC_ONLY, fromDynamicOnly(name), config.get(key));
    }
  }

  private static String fromDynamicOnly(String name) {
    return "Patroni reads " + name + " from the dynamic configuration only";
  }

  private void citus(Value value) {
    boolean complete =
        value instanceof Mapping section
            && section.get("group") instanceof Value.Scalar group
            && (group.value() instanceof ScalarValue.Int
                || group.value() instanceof ScalarValue.Bool)
            && section.get("database") instanceof Value.Scalar database
            && database.value() instanceof ScalarValue.Str;
    if (complete) {
      config.put("citus", value);
    } else {
      losses.add(
          "citus",
          value,
          Reason.INVALID,
          "citus needs a number as group and a string as database",
          (Value) null);
    }
  }

  private void postgresql(Value value) {
    if (!value.truthy()) {
      return;
    }
    Mapping.Builder section = postgresql().toBuilder();
    for (Map.Entry<ScalarValue, Value> entry : Python.dict("postgresql", value).entries()) {
      ScalarValue key = entry.getKey();
      Value setting = entry.getValue();
      String path = "postgresql." + key.text();
      if (path.equals("postgresql.parameters")) {
        Mapping known = section.get(key) instanceof Mapping m ? m : empty(value.origin());
        section.put(key, new ParameterFilter(release, losses).merge(known, setting, local));
      } else if (path.equals("postgresql.use_slots")) {
        losses.add(path, setting, Reason.DYNAMIC_ONLY, fromDynamicOnly(path), section.get(key));
      } else {
        losses.replaced(path, section.get(key), setting);
        section.put(key, setting);
      }
    }
    config.put("postgresql", section.build());
  }

  private Mapping postgresql() {
    return config.get("postgresql") instanceof Mapping mapping
        ? mapping
        : empty(Origin.byDefault());
  }

  private static Mapping empty(Origin origin) {
    return Mapping.builder(origin).build();
  }

  private Mapping finish() {
    release.names("auth-section").forEach(this::joinCredentials);
    moveExhibitor();
    config.put("postgresql", Connections.of(release, postgresql(), losses));
    Value name = postgresql().get("name");
    if (!config.has("name") && name != null) {
      config.put("name", name);
    }
    synchronousCitus();
    Mapping.Builder section = postgresql().toBuilder();
    for (String copied : release.names("copied")) {
      Value value = config.get(copied);
      if (value != null) {
        losses.replaced("postgresql." + copied, section.get(copied), value);
        section.put(copied, value);
      }
    }
    return config.put("postgresql", section.build()).build();
  }

  /** The REST API and patronictl want {@code username:password}. */
  private void joinCredentials(String name) {
    Value section = config.get(name);
    if (section == null || !Python.contains(name, section, "authentication")) {
      return;
    }
    if (!(section instanceof Mapping mapping)) {
      throw Connections.typeError(Python.notAMapping(name, section), section);
    }
    Value authentication = mapping.get("authentication");
    if (authentication != null) {
      String joined = Connections.credentials(name + ".authentication", authentication);
      Origin origin = Origin.computed(name + ".authentication", null);
      config.put(name, mapping.toBuilder().put("auth", Values.string(joined, origin)).build());
    }
  }

  private void moveExhibitor() {
    Value zookeeper = config.get("zookeeper");
    if (zookeeper == null || !Python.contains("zookeeper", zookeeper, "exhibitor")) {
      return;
    }
    if (zookeeper instanceof Value.Sequence) {
      throw Connections.typeError(Python.notAMapping("zookeeper", zookeeper), zookeeper);
    }
    Value exhibitor = Python.dict("zookeeper", zookeeper).get("exhibitor");
    if (exhibitor != null) {
      config.put("exhibitor", exhibitor);
    }
    config.remove("zookeeper");
  }

  /** A new Citus cluster replicates synchronously unless bootstrap.dcs says otherwise. */
  private void synchronousCitus() {
    if (!config.has("citus") || !release.has(Behaviour.CHECKS_CITUS)) {
      return;
    }
    Origin origin = Origin.computed("citus", null);
    Value bootstrap = config.get("bootstrap");
    Mapping section = bootstrap == null ? empty(origin) : Python.dict("bootstrap", bootstrap);
    Value dcs = section.get("dcs");
    Mapping dynamic = dcs == null ? empty(origin) : Python.dict("bootstrap.dcs", dcs);
    if (!dynamic.has("synchronous_mode")) {
      Value mode =
          release.has(Behaviour.QUORUM_FOR_CITUS)
              ? Values.string("quorum", origin)
              : Values.bool(true, origin);
      dynamic = dynamic.toBuilder().put("synchronous_mode", mode).build();
    }
    config.put("bootstrap", section.toBuilder().put("dcs", dynamic).build());
  }
}
