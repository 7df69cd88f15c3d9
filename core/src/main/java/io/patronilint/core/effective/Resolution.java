package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.model.ConfigTree;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.PatchConfig;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.core.value.Values;
import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the start of Patroni as far as its configuration is concerned: {@code
 * Config.__init__}, then {@code Patroni.apply_dynamic_configuration}.
 */
final class Resolution {

  private final Node node;
  private final Release release;
  private final Losses localLosses = new Losses();
  private final Losses dropped = new Losses();
  private Mapping local = Mapping.builder(Origin.byDefault()).build();
  private Mapping configuration = local;
  private Mapping dynamic = local;
  private DynamicConfig source;
  private Losses losses = new Losses();
  private @Nullable ConfigFailure failure;
  private @Nullable ConfigFailure refused;

  private Resolution(Node node) {
    this.node = node;
    this.release = Release.of(node.target());
    this.source = new DynamicConfig(null, DynamicConfig.Source.BOOTSTRAP);
  }

  static EffectiveConfig of(Node node) {
    Resolution resolution = new Resolution(node);
    try {
      resolution.start();
    } catch (PythonError e) {
      resolution.failure = failure(e);
      resolution.configuration = Mapping.builder(Origin.byDefault()).build();
    }
    return resolution.result();
  }

  private EffectiveConfig result() {
    List<Ignored> ignored = new ArrayList<>(localLosses.list());
    ignored.addAll(dropped.list());
    ignored.addAll(losses.list());
    return new EffectiveConfig(
        node, configuration, local, source, dynamic, ignored, failure, refused);
  }

  private void start() {
    local = LocalConfig.of(node, release, localLosses);
    configuration = EffectiveBuild.of(release, dynamic, local, losses);
    Value dataDirectory = configuration.at("postgresql", "data_dir").orElse(null);
    if (dataDirectory != null && !isString(dataDirectory)) {
      throw Connections.typeError("postgresql.data_dir is not a string", dataDirectory);
    }
    ConfigNode cache = DynamicConfig.cache(node);
    if (cache != null && cache.isMapping()) {
      apply(
          Values.of(cache, Origin.Source.CACHE),
          new DynamicConfig(cache, DynamicConfig.Source.CACHE));
    }
    Tags.check(release, configuration);
    ConfigNode given = DynamicConfig.given(node);
    if (given != null) {
      Value values = Values.throughJson(Values.of(given, Origin.Source.DYNAMIC));
      apply(values, new DynamicConfig(given, DynamicConfig.Source.GIVEN));
      bootstrapIsOver();
    } else if (!dynamic.truthy()) {
      bootstrap();
    } else {
      bootstrapIsOver();
    }
  }

  private static boolean isString(Value value) {
    return value instanceof Value.Scalar scalar && scalar.value() instanceof ScalarValue.Str;
  }

  /** Uses bootstrap.dcs, which is right for a new cluster and a guess for one that is there. */
  private void bootstrap() {
    Value bootstrap = configuration.get("bootstrap");
    if (bootstrap == null) {
      return;
    }
    try {
      Value dcs = Python.item("bootstrap", bootstrap, "dcs");
      Mapping settings = Python.dict("bootstrap.dcs", dcs);
      Value moved = Values.moved(settings, Origin.Source.LOCAL, Origin.Source.BOOTSTRAP);
      ConfigNode written = dcs.origin().node();
      apply(moved, new DynamicConfig(written, DynamicConfig.Source.BOOTSTRAP));
    } catch (PythonError e) {
      if (isNewCluster()) {
        throw e;
      }
    }
  }

  /** Tells whether the DCS is known to hold no dynamic configuration. */
  private boolean isNewCluster() {
    ConfigTree held = node.dynamic();
    return node.dcs() == DcsState.WIPED
        || (held != null && held.files().get(0).yaml().accepted());
  }

  private void bootstrapIsOver() {
    Value dcs = local.at("bootstrap", "dcs").orElse(null);
    if (dcs != null && dcs.truthy()) {
      dropped.add(
          "bootstrap.dcs",
          dcs,
          Reason.BOOTSTRAP_ONLY,
          "Patroni uses it only for a cluster that has no dynamic configuration yet",
          dynamic);
    }
  }

  /** {@code Config.set_dynamic_configuration}: what raises leaves all as it was. */
  private void apply(Value values, DynamicConfig from) {
    Mapping given = Python.dict("the dynamic configuration", values);
    if (PatchConfig.sameText(dynamic, given)) {
      return;
    }
    Losses found = new Losses();
    try {
      Mapping adjusted = Timeouts.adjust(release, given, found);
      configuration = EffectiveBuild.of(release, adjusted, local, found);
      dynamic = adjusted;
      losses = found;
      source = from;
      refused = null;
    } catch (PythonError e) {
      refused = failure(e);
      dropped.add(
          "",
          given,
          Reason.DOCUMENT_DROPPED,
          "Patroni drops the whole dynamic configuration, because " + e.message(),
          dynamic.truthy() ? dynamic : null);
    }
  }

  private static ConfigFailure failure(PythonError e) {
    return new ConfigFailure(e.type(), e.message(), e.origin());
  }
}
