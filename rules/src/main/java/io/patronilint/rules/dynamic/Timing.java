package io.patronilint.rules.dynamic;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.workspace.Node;
import io.patronilint.core.yaml.ScalarValue;
import io.patronilint.rules.support.LostSettings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three timeouts of a dynamic configuration, in seconds, Patroni's defaults filled in.
 *
 * @param root the dynamic configuration
 * @param ttl {@code ttl}
 * @param loopWait {@code loop_wait}
 * @param retryTimeout {@code retry_timeout}
 */
record Timing(ConfigNode root, Timeout ttl, Timeout loopWait, Timeout retryTimeout) {

  /**
   * A timeout.
   *
   * @param name its name
   * @param setting where it is set, or null if Patroni's default counts
   * @param seconds its value
   * @param minimum the least value that Patroni works with
   */
  record Timeout(String name, @Nullable ConfigNode setting, long seconds, long minimum) {

    boolean isTooSmall() {
      return seconds < minimum;
    }
  }

  /** Returns those of all dynamic configurations of {@code node} whose values are whole numbers. */
  static List<Timing> of(Node node) {
    List<Timing> found = new ArrayList<>();
    for (EffectiveConfig config : LostSettings.configurations(node)) {
      ConfigNode root = config.dynamic().root();
      if (root != null && root.isMapping()) {
        of(root).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Timing> of(ConfigNode root) {
    Timeout ttl = timeout(root, "ttl", 30, 20);
    Timeout loopWait = timeout(root, "loop_wait", 10, 1);
    Timeout retryTimeout = timeout(root, "retry_timeout", 10, 3);
    return ttl == null || loopWait == null || retryTimeout == null
        ? Optional.empty()
        : Optional.of(new Timing(root, ttl, loopWait, retryTimeout));
  }

  /** Source: {@code Config._validate_and_adjust_timeouts} since 3.2.0; the defaults are older. */
  private static @Nullable Timeout timeout(
      ConfigNode root, String name, long byDefault, long minimum) {
    ConfigNode setting = root.child(name).orElse(null);
    if (setting == null) {
      return new Timeout(name, null, byDefault, minimum);
    }
    ScalarValue value = setting.scalar().orElse(null);
    BigInteger number = value instanceof ScalarValue.Int whole ? whole.value() : null;
    if (number == null && value instanceof ScalarValue.Str text) {
      number = parse(text.text().strip());
    }
    return number == null || number.bitLength() > 31
        ? null
        : new Timeout(name, setting, number.longValue(), minimum);
  }

  private static @Nullable BigInteger parse(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? new BigInteger(text) : null;
  }

  List<Timeout> all() {
    return List.of(ttl, loopWait, retryTimeout);
  }

  /** Returns the least {@code ttl} that fits the other two. */
  long fittingTtl() {
    return Math.max(ttl.minimum(), loopWait.seconds() + 2 * retryTimeout.seconds());
  }

  boolean fits() {
    return loopWait.seconds() + 2 * retryTimeout.seconds() <= ttl.seconds();
  }

  /** Returns the place to point at: a timeout that is set, {@code ttl} first. */
  Optional<ConfigNode> place() {
    return all().stream().map(Timeout::setting).filter(s -> s != null).findFirst();
  }
}
