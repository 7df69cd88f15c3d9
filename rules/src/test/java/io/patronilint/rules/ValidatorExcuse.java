package io.patronilint.rules;

import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.yaml.ScalarType;
import io.patronilint.rules.ValidatorAnswer.Message;
import io.patronilint.rules.support.Templates;
import io.patronilint.schemas.keys.PatroniKey;
import io.patronilint.schemas.keys.PatroniKeys;
import io.patronilint.schemas.keys.Place;
import io.patronilint.schemas.keys.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages of the validator that are wrong: Patroni runs with the configuration as it is meant. */
enum ValidatorExcuse {
  /** Up to 3.0.2 it asks for two keys that Patroni takes as empty when they are not there. */
  BOOTSTRAP_PG_HBA_AND_INITDB {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.isUndefined()
          && Set.of("bootstrap.pg_hba", "bootstrap.initdb").contains(message.path());
    }
  },
  /** Up to 3.0.2 it asks for a user of pg_rewind; without one Patroni takes the superuser. */
  REWIND_USER {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.isUndefined() && message.path().equals("postgresql.authentication.rewind");
    }
  },
  /** An empty list is the same as none; Patroni asks whether there is something in it. */
  EMPTY_LIST {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.text().equals("is an empty list") && !message.path().endsWith(".hosts");
    }
  },
  /** Sections and lists whose readers take null for nothing, as the table of keys has it. */
  NULL_IS_NOTHING {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return value != null
          && value.isNull()
          && key(message).filter(k -> k.allows(ValueKind.NULL)).isPresent();
    }
  },
  /** An empty bootstrap section is the same as none, which the validator accepts. */
  EMPTY_BOOTSTRAP {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.isUndefined() && message.path().equals("bootstrap.dcs");
    }
  },
  /**
   * {@code Bootstrap.process_user_options} takes a mapping as well, and what is empty for nothing.
   */
  INITDB_MAPPING {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.path().equals("bootstrap.initdb")
          && value != null
          && (value.isMapping() || !value.truthy());
    }
  },
  /** Patroni asks the agent on this machine if the section names none. */
  CONSUL_AGENT {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      boolean nothing = message.isUndefined() || (value != null && !value.truthy());
      return nothing && Set.of("consul.host", "consul.url").contains(message.path());
    }
  },
  /**
   * Up to 3.0.2 it has no default port; {@code split_host_port} is given one wherever it counts.
   */
  DEFAULT_PORT {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.text().contains("contains a wrong value")
          && value != null
          && value.isString()
          && !value.text().orElse(":").contains(":")
          && !value.text().orElse("").isEmpty();
    }
  },
  /** Patroni turns a string of digits into the number where the table of keys says so. */
  DIGITS {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return value != null
          && value.isString()
          && value.text().orElse("").matches("\\d+")
          && key(message).filter(ValidatorExcuse::takesDigits).isPresent();
    }
  },
  /** {@code parse_int} rounds a fraction, where the table of keys says that it is used. */
  FRACTION {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return value != null
          && value.type() == ScalarType.FLOAT
          && key(message).filter(ValidatorExcuse::takesDigits).isPresent();
    }
  },
  /**
   * Two sections of the dynamic configuration of which Patroni first asks whether they are empty.
   */
  EMPTY_SECTION {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      String path = message.path();
      boolean standby = path.startsWith("bootstrap.dcs.standby_cluster");
      boolean empty = value == null ? message.isUndefined() : !value.truthy();
      return empty && (standby || path.equals("bootstrap.dcs.postgresql.parameters"));
    }
  },
  /** Up to 3.0.2 it wants a folder for sockets; PostgreSQL takes none for none. */
  NO_SOCKETS {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.path().equals("postgresql.parameters.unix_socket_directories")
          && value != null
          && value.text().orElse("-").isEmpty();
    }
  },
  /** {@code off} is False for YAML, and {@code WatchdogConfig.parse_mode} takes that for off. */
  WATCHDOG_OFF {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.path().equals("watchdog.mode")
          && value != null
          && value.type() == ScalarType.BOOL
          && !value.truthy();
    }
  },
  /** {@code GlobalConfig} reads words for booleans, and from 4.0 on {@code quorum}. */
  SYNCHRONOUS_MODE_WORD {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.path().equals("bootstrap.dcs.synchronous_mode")
          && value != null
          && Set.of("on", "off", "true", "false", "quorum").contains(value.text().orElse(""));
    }
  },
  /** What a template will put in is not known. */
  TEMPLATE {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return value != null && Templates.unrendered(value.text().orElse(""));
    }
  },
  /** A file that the environment or other files complete; see {@link ValidatorAnswer}. */
  INCOMPLETE_FILE {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return false;
    }
  },
  /** 0 and 1 count as false and true where Patroni asks whether a value is true. */
  ZERO_OR_ONE {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.text().equals("is not a boolean")
          && value != null
          && value.type() == ScalarType.INT
          && Set.of("0", "1").contains(value.text().orElse(""));
    }
  },
  /** An empty string counts as false where Patroni asks whether a value is true. */
  EMPTY_IS_FALSE {
    @Override
    boolean excuses(Message message, @Nullable ConfigNode value) {
      return message.text().equals("is not a boolean")
          && value != null
          && value.text().orElse("-").isEmpty()
          && key(message).filter(k -> k.allows(ValueKind.BOOL)).isPresent();
    }
  };

  private static final PatroniKeys KEYS = PatroniKeys.load();

  abstract boolean excuses(Message message, @Nullable ConfigNode value);

  /** Returns why {@code message} is wrong; empty if it is right. */
  static Optional<ValidatorExcuse> of(Message message, @Nullable ConfigNode value) {
    for (ValidatorExcuse excuse : values()) {
      if (excuse.excuses(message, value)) {
        return Optional.of(excuse);
      }
    }
    return Optional.empty();
  }

  private static boolean takesDigits(PatroniKey key) {
    return key.allows(ValueKind.DIGITS)
        || key.allows(ValueKind.NUMBER)
        || key.allows(ValueKind.TIME)
        || key.allows(ValueKind.SIZE);
  }

  private static Optional<PatroniKey> key(Message message) {
    List<String> path = new ArrayList<>();
    for (String name : message.path().split("\\.", -1)) {
      path.add(name.matches("\\d+") ? PatroniKey.ITEM : name);
    }
    boolean dynamic =
        path.size() > 2 && path.get(0).equals("bootstrap") && path.get(1).equals("dcs");
    return dynamic
        ? KEYS.find(Place.DYNAMIC, path.subList(2, path.size()))
        : KEYS.find(Place.LOCAL, path);
  }
}
