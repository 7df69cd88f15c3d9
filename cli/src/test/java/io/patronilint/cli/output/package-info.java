@NullMarked
package io.patronilint.cli.output;

import org.jspecify.annotations.NullMarked;
