/**
 * Every key that Patroni reads, from its configuration files, the dynamic configuration and the
 * environment: {@link io.patronilint.schemas.keys.PatroniKeys}.
 */
@NullMarked
package io.patronilint.schemas.keys;

import org.jspecify.annotations.NullMarked;
