/** How Patroni's Python reads numbers, sizes, times and booleans. */
@NullMarked
package io.patronilint.schemas.py;

import org.jspecify.annotations.NullMarked;
