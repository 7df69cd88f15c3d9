package io.patronilint.core.effective;

import io.patronilint.core.effective.Ignored.Reason;
import io.patronilint.core.value.Mapping;
import io.patronilint.core.value.Origin;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.Value;
import io.patronilint.core.yaml.ScalarValue;
import java.math.BigInteger;

/**
 * Makes the timeouts of the dynamic configuration fit each other: {@code
 * Config._validate_and_adjust_timeouts}.
 */
final class Timeouts {

  private final Release release;
  private final Mapping given;
  private final Mapping.Builder adjusted;
  private final Losses losses;

  private Timeouts(Release release, Mapping given, Losses losses) {
    this.release = release;
    this.given = given;
    this.adjusted = given.toBuilder();
    this.losses = losses;
  }

  /** Returns the dynamic configuration that Patroni works with. */
  static Mapping adjust(Release release, Mapping dynamic, Losses losses) {
    if (!release.has(Behaviour.ADJUSTS_TIMEOUTS)) {
      return dynamic;
    }
    return new Timeouts(release, dynamic, losses).run();
  }

  private Mapping run() {
    BigInteger one = BigInteger.ONE;
    BigInteger loopWait = atLeastMinimum("loop_wait");
    BigInteger retryTimeout = atLeastMinimum("retry_timeout");
    BigInteger ttl = atLeastMinimum("ttl");
    BigInteger retries = retryTimeout.add(retryTimeout);
    if (one.add(retries).compareTo(ttl) > 0) {
      String why = "loop_wait + 2 * retry_timeout must not exceed ttl, which is " + ttl;
      set("loop_wait", one, why, loopWait);
      set("retry_timeout", ttl.subtract(one).shiftRight(1), why, retryTimeout);
    } else if (loopWait.add(retries).compareTo(ttl) > 0) {
      String why =
          "loop_wait + 2 * retry_timeout must not exceed ttl; ttl is "
              + ttl
              + " and retry_timeout "
              + retryTimeout;
      set("loop_wait", ttl.subtract(retries), why, loopWait);
    }
    return adjusted.build();
  }

  private BigInteger atLeastMinimum(String name) {
    Value value = given.get(name);
    BigInteger minimum = new BigInteger(table("minimum", name));
    BigInteger number =
        value == null ? new BigInteger(table("default", name)) : Python.toInt(name, value);
    if (number.compareTo(minimum) >= 0) {
      return number;
    }
    set(name, minimum, name + " cannot be smaller than " + minimum, number);
    return minimum;
  }

  private String table(String kind, String name) {
    return release.table(kind).getOrDefault(name, "0");
  }

  private void set(String name, BigInteger number, String why, BigInteger before) {
    Value lost = given.get(name);
    Value was = lost == null ? scalar(before, Origin.byDefault()) : lost;
    Value value = scalar(number, Origin.computed(why, was));
    adjusted.put(name, value);
    if (lost != null && !number.equals(before)) {
      losses.add(name, lost, Reason.CLAMPED, why + "; Patroni takes " + number, value);
    }
  }

  private static Value scalar(BigInteger number, Origin origin) {
    return new Value.Scalar(new ScalarValue.Int(number), origin);
  }
}
