@NullMarked
package io.patronilint.core.preview;

import org.jspecify.annotations.NullMarked;
