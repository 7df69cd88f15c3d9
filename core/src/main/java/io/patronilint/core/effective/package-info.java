/** What Patroni will run with: merged configuration, recovery parameters, what is stripped. */
@NullMarked
package io.patronilint.core.effective;

import org.jspecify.annotations.NullMarked;
