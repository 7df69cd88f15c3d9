/**
 * YAML as Patroni reads it: what PyYAML's {@code safe_load} makes of a text, with the place of
 * everything.
 */
@NullMarked
package io.patronilint.core.yaml;

import org.jspecify.annotations.NullMarked;
