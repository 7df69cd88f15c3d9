/** Patches: edits applied, unified diffs, files written atomically. */
@NullMarked
package io.patronilint.core.patch;

import org.jspecify.annotations.NullMarked;
