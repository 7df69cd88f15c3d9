/** Python values as Patroni holds them at run time, each with where it comes from. */
@NullMarked
package io.patronilint.core.value;

import org.jspecify.annotations.NullMarked;
