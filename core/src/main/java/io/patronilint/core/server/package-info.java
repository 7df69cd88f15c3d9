/** What Patroni writes for PostgreSQL, and how it starts it: its {@code ConfigHandler}. */
@NullMarked
package io.patronilint.core.server;

import org.jspecify.annotations.NullMarked;
