/** The way through a restore: what to do, what to keep ready for it, and whether it is done. */
@NullMarked
package io.patronilint.rules.restore;

import org.jspecify.annotations.NullMarked;
