/** Recovery settings, targets and the state of a data directory. */
@NullMarked
package io.patronilint.rules.recovery;

import org.jspecify.annotations.NullMarked;
