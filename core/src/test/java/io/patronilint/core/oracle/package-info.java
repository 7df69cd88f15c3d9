/** Programs that the readers are compared with. */
@NullMarked
package io.patronilint.core.oracle;

import org.jspecify.annotations.NullMarked;
