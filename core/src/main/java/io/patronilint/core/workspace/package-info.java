/** Files, what they are, and which cluster and node they belong to. */
@NullMarked
package io.patronilint.core.workspace;

import org.jspecify.annotations.NullMarked;
