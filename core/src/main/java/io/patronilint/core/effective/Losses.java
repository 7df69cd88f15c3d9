package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is written and does not take effect. */
final class Losses {

  private final List<Ignored> list = new ArrayList<>();

  List<Ignored> list() {
    return list;
  }

  /**
   * Adds a loss.
   *
   * @param path where the value would take effect
   */
  void add(String path, Value lost, Reason reason, String detail, @Nullable Value winner) {
    add(path, lost.origin(), reason, detail, winner == null ? null : winner.origin());
  }

  void add(String path, Origin lost, Reason reason, String detail, @Nullable Origin winner) {
    String written = lost.node() == null ? path : lost.node().path();
    list.add(new Ignored(written, lost, reason, detail, winner));
  }

  /** Adds a loss if the value is written somewhere and another one takes its place. */
  void replaced(String path, @Nullable Value lost, Value winner) {
    if (lost == null || !isWritten(lost.origin()) || lost.sameAs(winner)) {
      return;
    }
    add(path, lost, Reason.OVERRIDDEN, overriding(winner.origin()), winner);
  }

  private static boolean isWritten(Origin origin) {
    return origin.source() != Origin.Source.DEFAULT && origin.source() != Origin.Source.COMPUTED;
  }

  static String overriding(Origin winner) {
    return switch (winner.source()) {
      case ENVIRONMENT -> "the variable " + winner.detail() + " comes first";
      case LOCAL -> "the local configuration comes first";
      case DYNAMIC, CACHE, BOOTSTRAP -> "the dynamic configuration comes first";
      case DEFAULT, COMPUTED -> "Patroni sets another value";
    };
  }
}
