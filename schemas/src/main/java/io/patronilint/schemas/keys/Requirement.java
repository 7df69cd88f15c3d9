package io.patronilint.schemas.keys;

/** Whether a key has to be there. */
public enum Requirement {
  /** It may be missing. */
  OPTIONAL,
  /** Patroni does not start when neither the files nor the environment have it. */
  REQUIRED,
  /** It has to be there whenever the section around it is. */
  IN_SECTION,
  /** Only {@code patroni --validate-config} asks for it. */
  BY_VALIDATOR
}
