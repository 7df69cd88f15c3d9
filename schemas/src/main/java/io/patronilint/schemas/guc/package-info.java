/** PostgreSQL's parameters, and what Patroni makes of them. */
@NullMarked
package io.patronilint.schemas.guc;

import org.jspecify.annotations.NullMarked;
