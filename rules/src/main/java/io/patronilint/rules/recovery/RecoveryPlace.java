package io.patronilint.rules.recovery;

import io.patronilint.core.effective.BootstrapMethod;
import io.patronilint.core.effective.DynamicConfig;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.effective.ReplicaMethod;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A section in which people put recovery settings.
 *
 * @param kind what sort of section it is
 * @param section the section
 * @param root the root of the file's configuration, from which {@code target} leads
 * @param target path of the {@code recovery_conf} that the settings should be in; empty if nothing
 *     can be said
 */
record RecoveryPlace(Kind kind, ConfigNode section, ConfigNode root, List<String> target) {

  /** Sorts of sections. */
  enum Kind {
    /** Has a {@code recovery_conf} of its own. */
    POSTGRESQL,
    /** Takes recovery settings as names, but no {@code recovery_conf}. */
    PARAMETERS,
    /** A custom bootstrap method, with a {@code recovery_conf} of its own. */
    BOOTSTRAP_METHOD,
    /** A replica creation method, all of whose entries become options of the command. */
    REPLICA_METHOD,
    /** Has nothing to do with recovery. */
    OTHER
  }

  /** What is wrong with a setting. */
  enum Verdict {
    /** A section that would be read if it were called recovery_conf. */
    MISSPELT,
    /** A section or a setting that is not read there. */
    MISPLACED,
    /** A section that is handed to a command as an option. */
    PASSED_ON
  }

  private static final Set<String> SPELLINGS =
      Set.of("recovery.conf", "recovery-conf", "recoveryconf", "recovery_config", "recovery_confs");

  /** What a follower takes over from {@code recovery_conf}; targets and the like are not. */
  private static final Set<String> COUNT =
      Set.of(
          "restore_command",
          "archive_cleanup_command",
          "recovery_end_command",
          "recovery_min_apply_delay");

  RecoveryPlace {
    target = List.copyOf(target);
  }

  /** Lists the places of the local, the bootstrap and the given dynamic configuration. */
  static List<RecoveryPlace> of(Node node) {
    List<RecoveryPlace> places = new ArrayList<>();
    ConfigNode local = node.local().root();
    if (local != null) {
      List<String> member = List.of("postgresql", "recovery_conf");
      add(places, Kind.OTHER, local, member);
      add(places, Kind.OTHER, local, member, "bootstrap");
      configuration(places, local, List.of());
      configuration(places, local, List.of("bootstrap", "dcs"));
      BootstrapMethod.of(node)
          .map(BootstrapMethod::section)
          .ifPresent(
              s -> places.add(new RecoveryPlace(Kind.BOOTSTRAP_METHOD, s, local, List.of())));
      for (ReplicaMethod method : ReplicaMethod.of(node)) {
        ConfigNode section = method.section();
        if (section != null && section.isMapping()) {
          places.add(new RecoveryPlace(Kind.REPLICA_METHOD, section, local, List.of()));
        }
      }
    }
    DynamicConfig dynamic = DynamicConfig.of(node);
    if (dynamic.source() == DynamicConfig.Source.GIVEN && dynamic.root() != null) {
      configuration(places, dynamic.root(), List.of());
      add(places, Kind.OTHER, dynamic.root(), List.of("postgresql", "recovery_conf"));
    }
    return places;
  }

  private static void configuration(
      List<RecoveryPlace> places, ConfigNode root, List<String> above) {
    List<String> postgresql = below(above, "postgresql");
    List<String> target = below(postgresql, "recovery_conf");
    if (!above.isEmpty()) {
      add(places, Kind.OTHER, root, target, above.toArray(String[]::new));
    }
    add(places, Kind.POSTGRESQL, root, target, postgresql.toArray(String[]::new));
    List<String> parameters = below(postgresql, "parameters");
    add(places, Kind.PARAMETERS, root, target, parameters.toArray(String[]::new));
  }

  private static List<String> below(List<String> above, String name) {
    List<String> path = new ArrayList<>(above);
    path.add(name);
    return path;
  }

  private static void add(
      List<RecoveryPlace> places, Kind kind, ConfigNode root, List<String> target, String... path) {
    root.at(path)
        .filter(ConfigNode::isMapping)
        .ifPresent(s -> places.add(new RecoveryPlace(kind, s, root, target)));
  }

  /** Tells whether {@code key} is meant to be {@code recovery_conf}. */
  static boolean isSection(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.equals("recovery_conf") || SPELLINGS.contains(lower);
  }

  /** Tells whether a follower takes over {@code name} if it stands in {@code recovery_conf}. */
  static boolean countsThere(String name) {
    return COUNT.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Says what is wrong with {@code setting} of this section; empty if nothing is. */
  Optional<Verdict> verdict(ConfigNode setting) {
    if (setting.isNull()) {
      return Optional.empty();
    }
    boolean exact = setting.key().equals("recovery_conf");
    if (isSection(setting.key())) {
      return switch (kind) {
        case POSTGRESQL, BOOTSTRAP_METHOD ->
            exact ? Optional.empty() : Optional.of(Verdict.MISSPELT);
        case REPLICA_METHOD -> Optional.of(Verdict.PASSED_ON);
        default -> Optional.of(Verdict.MISPLACED);
      };
    }
    boolean name = kind == Kind.POSTGRESQL || kind == Kind.OTHER;
    return name && isRecoverySetting(setting) ? Optional.of(Verdict.MISPLACED) : Optional.empty();
  }

  private static boolean isRecoverySetting(ConfigNode setting) {
    String lower = setting.key().toLowerCase(Locale.ROOT);
    return setting.isScalar()
        && (COUNT.contains(lower)
            || (lower.startsWith("recovery_target") && RecoveryParameters.contains(lower)));
  }
}
