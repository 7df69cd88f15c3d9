package io.patronilint.core.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param rule id of the rule
 * @param severity how bad it is
 * @param message what will happen and which value it is about: whole sentences, never a secret
 * @param path dotted path of the setting, with {@code [i]} for list items, or null
 * @param location the place to look at first
 * @param related other places that belong to it
 * @param fixes remedies, best first
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    @Nullable String path,
    Location location,
    List<Related> related,
    List<Fix> fixes) {

  /** Copies the lists. */
  public Finding {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** Starts a finding. */
  public static Builder at(Location location) {
    return new Builder(location);
  }

  /** Collects the parts of a finding. */
  public static final class Builder {
    private final Location location;
    private @Nullable String path;
    private @Nullable Severity severity;
    private final List<Related> related = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    private Builder(Location location) {
      this.location = location;
    }

    /** Names the setting. */
    public Builder path(@Nullable String dottedPath) {
      this.path = dottedPath;
      return this;
    }

    /** Sets a severity other than the rule's own. */
    public Builder severity(Severity other) {
      this.severity = other;
      return this;
    }

    /** Adds a related place. */
    public Builder related(Location place, String message) {
      related.add(new Related(place, message));
      return this;
    }

    /** Adds a remedy behind those already there. */
    public Builder fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    /** Finishes the finding with the rule's id and, unless one was set, its severity. */
    public Finding build(String rule, Severity severityOfRule, String message) {
      Severity chosen = severity == null ? severityOfRule : severity;
      return new Finding(rule, chosen, message, path, location, related, fixes);
    }
  }
}
