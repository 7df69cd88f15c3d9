package io.patronilint.core.effective;

import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;

/**
 * Looks at the tags as {@code Config._validate_failover_tags} does, which only warns; but tags that
 * are no mapping end the start of Patroni here.
 */
final class Tags {

  private Tags() {}

  static void check(Release release, Mapping configuration) {
    Value tags = configuration.get("tags");
    if (tags == null || !release.has(Behaviour.CHECKS_TAGS)) {
      return;
    }
    check(release, tags, "nofailover", "failover_priority");
    if (release.has(Behaviour.CHECKS_SYNC_TAGS)) {
      check(release, tags, "nosync", "sync_priority");
    }
  }

  private static void check(Release release, Value tags, String tag, String priority) {
    if (release.has(Behaviour.CHECKS_TAGS_IF_THERE) && !Python.contains("tags", tags, tag)) {
      return;
    }
    Value value = Python.dict("tags", tags).get(priority);
    if (value != null) {
      var unused = Python.parseInt(value, "");
    }
  }
}
