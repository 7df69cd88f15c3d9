/** What commands print about a cluster, and the small files PostgreSQL keeps about its state. */
@NullMarked
package io.patronilint.core.observed;

import org.jspecify.annotations.NullMarked;
