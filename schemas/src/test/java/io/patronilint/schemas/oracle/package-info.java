/** Real programs that say what is right. */
@NullMarked
package io.patronilint.schemas.oracle;

import org.jspecify.annotations.NullMarked;
