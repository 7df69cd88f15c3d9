/** Applies fixes: pass after pass, in memory, until none is left. */
@NullMarked
package io.patronilint.core.fix;

import org.jspecify.annotations.NullMarked;
