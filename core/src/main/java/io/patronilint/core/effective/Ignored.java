package io.patronilint.core.effective;

import io.patronilint.core.value.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is written and does not take effect as written.
 *
 * @param path dotted path of the setting in the document that holds it, with {@code [i]} for list
 *     items; for a variable of the environment, the path that the variable sets
 * @param origin where it is written
 * @param reason why it has no effect
 * @param detail a sentence without final period that says what Patroni does instead and why
 * @param winner origin of the value that takes effect in its stead, or null if there is none
 */
public record Ignored(
    String path, Origin origin, Reason reason, String detail, @Nullable Origin winner) {

  /** Why a setting has no effect. */
  public enum Reason {
    /** Another source sets it too and comes first. */
    OVERRIDDEN,
    /** Patroni reads it from the dynamic configuration only. */
    DYNAMIC_ONLY,
    /** Patroni reads it from the local configuration only. */
    LOCAL_ONLY,
    /** Patroni sets this itself. */
    CONTROLLED,
    /** Patroni takes its default, because the value does not pass its check. */
    INVALID,
    /** Patroni takes another value, because this one is outside the limits. */
    CLAMPED,
    /** Patroni leaves it out of what it writes. */
    DROPPED,
    /** Patroni removes it from a file. */
    STRIPPED,
    /** The whole document is not used, because of this or of another value. */
    DOCUMENT_DROPPED,
    /** It stands in bootstrap.dcs, which is not used any more. */
    BOOTSTRAP_ONLY,
    /** Patroni has nothing of this name at this place. */
    UNKNOWN
  }
}
