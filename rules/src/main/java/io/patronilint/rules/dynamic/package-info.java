/** The dynamic configuration: what only the DCS may hold, and what it may not. */
@NullMarked
package io.patronilint.rules.dynamic;

import org.jspecify.annotations.NullMarked;
