@NullMarked
package io.patronilint.cli;

import org.jspecify.annotations.NullMarked;
