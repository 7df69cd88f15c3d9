/** Rules about files as such: can they be read, and what becomes of what is written in them. */
@NullMarked
package io.patronilint.rules.syntax;

import org.jspecify.annotations.NullMarked;
