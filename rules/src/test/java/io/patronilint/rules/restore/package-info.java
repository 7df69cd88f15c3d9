@NullMarked
package io.patronilint.rules.restore;

import org.jspecify.annotations.NullMarked;
