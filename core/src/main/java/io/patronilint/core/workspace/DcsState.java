package io.patronilint.core.workspace;

/** What has become of the cluster's keys in the DCS. */
public enum DcsState {
  /** They are still there: the cluster counts as initialised. */
  KEPT,
  /** They were removed: Patroni takes the next start for the first one. */
  WIPED,
  /** Nobody said. */
  UNKNOWN
}
