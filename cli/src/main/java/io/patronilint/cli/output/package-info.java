/** Report formats: findings with the lines that they are about, one line a finding, and JSON. */
@NullMarked
package io.patronilint.cli.output;

import org.jspecify.annotations.NullMarked;
