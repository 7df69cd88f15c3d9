/** Variables of the environment that have no effect, or another one than meant. */
@NullMarked
package io.patronilint.rules.environment;

import org.jspecify.annotations.NullMarked;
