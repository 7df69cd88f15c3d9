@NullMarked
package io.patronilint.core.host;

import org.jspecify.annotations.NullMarked;
