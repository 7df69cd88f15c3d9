package io.patronilint.cli.output;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.effective.Ignored;
import io.patronilint.core.server.ServerConfig;
import java.util.ArrayList;
import java.util.List;

/** What is written and does not take effect: in Patroni's configuration, then in PostgreSQL's. */
final class Losers {

  private Losers() {}

  static List<Ignored> of(EffectiveConfig config) {
    List<Ignored> all = new ArrayList<>(config.ignored());
    if (config.failure() == null) {
      all.addAll(ServerConfig.of(config).ignored());
    }
    return all;
  }
}
