/** Unknown, misplaced and wrongly typed keys. */
@NullMarked
package io.patronilint.rules.structure;

import org.jspecify.annotations.NullMarked;
