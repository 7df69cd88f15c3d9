package io.patronilint.schemas.keys;

/** Where a key may stand. */
public enum Place {
  /** In patroni.yml. */
  LOCAL,
  /** In the dynamic configuration: in the DCS, and in {@code bootstrap.dcs} of patroni.yml. */
  DYNAMIC,
  /** Only in the environment. */
  ENVIRONMENT
}
