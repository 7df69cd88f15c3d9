@NullMarked
package io.patronilint.schemas.guc;

import org.jspecify.annotations.NullMarked;
