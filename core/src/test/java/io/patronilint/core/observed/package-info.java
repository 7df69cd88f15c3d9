@NullMarked
package io.patronilint.core.observed;

import org.jspecify.annotations.NullMarked;
