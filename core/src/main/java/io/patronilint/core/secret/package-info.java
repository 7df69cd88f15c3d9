/** Secrets: what in a file may never be shown, and masking it in whatever is shown. */
@NullMarked
package io.patronilint.core.secret;

import org.jspecify.annotations.NullMarked;
