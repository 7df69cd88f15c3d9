/**
 * The machine that Patroni runs on, as far as rules may look at it: reading only, never running.
 */
@NullMarked
package io.patronilint.core.host;

import org.jspecify.annotations.NullMarked;
