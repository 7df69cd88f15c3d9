/** What happens if Patroni starts on a node now. */
@NullMarked
package io.patronilint.core.preview;

import org.jspecify.annotations.NullMarked;
