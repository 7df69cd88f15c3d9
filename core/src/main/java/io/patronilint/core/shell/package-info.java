/**
 * Command lines that stand in configurations: cut into words as Python's shlex or as /bin/sh cuts
 * them, and looked through down to the program that will run.
 */
@NullMarked
package io.patronilint.core.shell;

import org.jspecify.annotations.NullMarked;
