/** The syntax of postgresql.conf, which postgresql.auto.conf and recovery.conf share. */
@NullMarked
package io.patronilint.core.conf;

import org.jspecify.annotations.NullMarked;
