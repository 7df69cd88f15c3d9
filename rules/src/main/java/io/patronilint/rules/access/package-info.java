/** Users, passwords and pg_hba.conf. */
@NullMarked
package io.patronilint.rules.access;

import org.jspecify.annotations.NullMarked;
