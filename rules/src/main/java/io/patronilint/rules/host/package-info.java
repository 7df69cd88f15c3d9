/** Rules that look at the machine, and run with {@code --host} only. */
@NullMarked
package io.patronilint.rules.host;

import org.jspecify.annotations.NullMarked;
