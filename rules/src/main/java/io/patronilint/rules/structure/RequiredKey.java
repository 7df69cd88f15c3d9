package io.patronilint.rules.structure;

import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Location;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.KeyTables;
import io.patronilint.rules.support.Templates;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.Place;
import io.patronilint.schemas.keys.Requirement;
import io.patronilint.schemas.keys.RootKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags settings without which Patroni does not start, in files that have all the others.
 *
 * <p>Source: {@code Patroni.__init__}, {@code get_dcs}, {@code RestApiServer.__init__}, {@code
 * ConfigHandler.__init__}: a KeyError or "Can not find suitable configuration"; {@code
 * Patroni.apply_dynamic_configuration} asks for {@code bootstrap.dcs} in a new cluster; {@code
 * patroni/validator.py} for what only {@code --validate-config} wants.
 */
public final class RequiredKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "structure/required-key",
          Severity.WARNING,
          "A setting is missing that Patroni does not start without");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /**
   * A setting that is not there.
   *
   * @param path its path, or null for the section of the DCS
   * @param section the section that it belongs to; null for the root
   * @param requirement who asks for it
   */
  private record Missing(
      @Nullable String path, @Nullable ConfigNode section, Requirement requirement) {

    /** What has to be complete by itself: a part of the file that has one source. */
    String part() {
      String dotted = path == null ? "" : path;
      int dot = dotted.indexOf('.');
      return dot < 0 ? "" : dotted.substring(0, dot);
    }
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    ConfigNode root = node.local().root();
    boolean one = node.local().files().size() == 1 && node.environment().isEmpty();
    if (root == null || !root.isMapping() || !one || Templates.branching(root.file().text())) {
      return;
    }
    boolean noDcs = RootKeys.dcsSections().stream().allMatch(s -> root.child(s).isEmpty());
    boolean part = noDcs && root.child("scope").isEmpty() && root.child("name").isEmpty();
    root.child("bootstrap")
        .filter(b -> b.isMapping() && !part)
        .filter(b -> b.child("dcs").isEmpty())
        .ifPresent(b -> reportBootstrap(b, findings));
    List<Missing> missing = new ArrayList<>();
    collect(root, List.of(), KeyTables.version(node), missing);
    if (noDcs) {
      missing.add(new Missing(null, null, Requirement.REQUIRED));
    }
    if (isOfOnePart(missing)) {
      int needed = 0;
      for (Missing each : missing) {
        needed += each.requirement() == Requirement.BY_VALIDATOR ? 0 : 1;
      }
      boolean several = needed > 1;
      missing.forEach(m -> report(root, m, several, findings));
    }
  }

  /**
   * Where settings of several parts are missing the environment has them, or the file is a part of
   * one.
   */
  private static boolean isOfOnePart(List<Missing> missing) {
    int atRoot = 0;
    String part = null;
    for (Missing each : missing) {
      if (each.requirement() != Requirement.REQUIRED) {
        continue;
      }
      boolean root = each.part().isEmpty();
      atRoot += root ? 1 : 0;
      if (part != null && !part.equals(each.part())) {
        return false;
      }
      part = each.part();
    }
    return atRoot <= 1;
  }

  private static void collect(
      ConfigNode section, List<String> path, List<Integer> version, List<Missing> missing) {
    for (PatroniKey key : KeyTables.keys().children(path)) {
      boolean free = key.name().equals(PatroniKey.ANY_NAME);
      if (free || !key.places().contains(Place.LOCAL) || !key.readBy(version)) {
        continue;
      }
      ConfigNode child = section.child(key.name()).orElse(null);
      if (child == null && key.required() != Requirement.OPTIONAL) {
        // The bootstrap section has its own words.
        if (!key.dotted().startsWith("bootstrap.")) {
          missing.add(new Missing(dotted(section, key.name()), section, key.required()));
        }
      } else if (child != null && child.isMapping()) {
        collect(child, key.path(), version, missing);
      } else if (child != null && child.isSequence()) {
        List<String> item = new ArrayList<>(key.path());
        item.add(PatroniKey.ITEM);
        for (ConfigNode each : child.children()) {
          if (each.isMapping()) {
            collect(each, item, version, missing);
          }
        }
      }
    }
  }

  private static String dotted(ConfigNode section, String name) {
    return section.path().isEmpty() ? name : section.path() + "." + name;
  }

  private static void report(ConfigNode root, Missing missing, boolean several, Findings findings) {
    ConfigNode section = missing.section() == null ? root : missing.section();
    Location place = section.path().isEmpty() ? Location.of(root.file()) : section.keyLocation();
    String what = missing.path() == null ? "a section for the DCS, such as etcd3" : missing.path();
    boolean validator = missing.requirement() == Requirement.BY_VALIDATOR;
    // Members that share a file have their names from somewhere else.
    boolean advice = several || validator || what.equals("name");
    String words =
        switch (missing.requirement()) {
          case BY_VALIDATOR ->
              "patroni --validate-config asks for "
                  + what
                  + ", without which Patroni starts all the same.";
          case IN_SECTION ->
              "The section "
                  + section.path()
                  + " needs "
                  + what
                  + ", unless a variable of the environment sets it.";
          default ->
              "Patroni does not start without "
                  + what
                  + ", unless a variable of the environment sets it.";
        };
    findings.add(
        Finding.at(place).path(missing.path()).severity(advice ? Severity.INFO : Severity.WARNING),
        words);
  }

  private static void reportBootstrap(ConfigNode bootstrap, Findings findings) {
    if (!bootstrap.children().isEmpty()) {
      findings.add(
          Finding.at(bootstrap.keyLocation()).path("bootstrap.dcs"),
          "The section bootstrap has no dcs: Patroni stops with a KeyError when it makes a new"
              + " cluster, unless the DCS has a configuration already.");
    }
  }
}
