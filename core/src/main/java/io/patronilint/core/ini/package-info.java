/** The INI dialect of pgbackrest.conf. */
@NullMarked
package io.patronilint.core.ini;

import org.jspecify.annotations.NullMarked;
