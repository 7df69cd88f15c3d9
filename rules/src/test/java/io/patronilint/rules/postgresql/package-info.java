@NullMarked
package io.patronilint.rules.postgresql;

import org.jspecify.annotations.NullMarked;
