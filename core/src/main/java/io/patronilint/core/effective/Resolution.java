package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.finding.Location;
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
import io.patronilint.core.workspace.SourceFile;
import io.patronilint.core.yaml.ScalarValue;
import java.util.ArrayList;
import java.util.Comparator;
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
    ignored.sort(inOrderOfFiles());
    return new EffectiveConfig(
        node, configuration, local, source, dynamic, ignored, failure, refused);
  }

  /** First the local files as they are merged, then the dynamic configuration, then variables. */
  private Comparator<Ignored> inOrderOfFiles() {
    List<SourceFile> files = new ArrayList<>(node.local().files());
    if (node.dynamic() != null) {
      files.addAll(node.dynamic().files());
    }
    if (node.dataDirectory() != null) {
      files.addAll(node.dataDirectory().files());
    }
    files.addAll(node.environment());
    return Comparator.<Ignored>comparingInt(loss -> files.indexOf(place(loss).file()))
        .thenComparingInt(loss -> place(loss).span().start());
  }

  private Location place(Ignored loss) {
    return loss.origin().place().orElseGet(() -> Location.of(node.mainFile()));
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
    unusedDocument();
  }

  /** Says that the file with the dynamic configuration is not what Patroni works with, and why. */
  private void unusedDocument() {
    ConfigTree held = node.dynamic();
    if (held == null || DynamicConfig.given(node) != null) {
      return;
    }
    String why;
    ConfigNode root = held.root();
    if (node.dcs() == DcsState.WIPED) {
      why = "the cluster's keys in the DCS are wiped";
    } else if (root == null) {
      boolean readable = held.files().get(0).yaml().accepted();
      why = readable ? "the file is empty" : "the file is no YAML that PyYAML reads";
    } else if (root.isMapping()) {
      return;
    } else {
      why = "it is no mapping, and Patroni takes anything else for an empty one";
    }
    Location file = Location.of(held.files().get(0));
    Origin origin = new Origin(Origin.Source.DYNAMIC, null, file, "", null);
    dropped.add("", origin, Reason.DOCUMENT_DROPPED, why, null);
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
    return node.dcs() == DcsState.WIPED || (held != null && held.files().get(0).yaml().accepted());
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
