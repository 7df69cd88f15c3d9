/** Parameters of PostgreSQL: what Patroni holds itself, drops or changes. */
@NullMarked
package io.patronilint.rules.postgresql;

import org.jspecify.annotations.NullMarked;
