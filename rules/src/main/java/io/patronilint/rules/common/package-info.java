/** What rules of several families share. */
@NullMarked
package io.patronilint.rules.common;

import org.jspecify.annotations.NullMarked;
