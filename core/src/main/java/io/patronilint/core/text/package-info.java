/** Text of a file with offsets, lines and columns. */
@NullMarked
package io.patronilint.core.text;

import org.jspecify.annotations.NullMarked;
