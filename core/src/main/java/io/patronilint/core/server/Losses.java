package io.patronilint.core.server;

import io.patronilint.core.effective.Ignored;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is written and has no effect. Not thread-safe. */
final class Losses {

  private final List<Ignored> found = new ArrayList<>();

  /**
   * Notes a value.
   *
   * @param path its path where no document holds it
   * @param winner what takes effect in its stead, or null
   */
  void add(
      String path, Value value, Ignored.Reason reason, String detail, @Nullable Origin winner) {
    Origin origin = written(value.origin());
    if (origin.source() == Origin.Source.DEFAULT || origin.source() == Origin.Source.COMPUTED) {
      return;
    }
    String place = origin.node() == null ? path : origin.node().path();
    found.add(new Ignored(place, origin, reason, detail, winner));
  }

  /** Returns the origin of what somebody wrote, behind what Patroni made of it. */
  private static Origin written(Origin origin) {
    Origin current = origin;
    while (current.source() == Origin.Source.COMPUTED && current.was() != null) {
      current = current.was().origin();
    }
    return current;
  }

  List<Ignored> found() {
    return List.copyOf(found);
  }
}
