/**
 * Editing without loss: operations on files, turned into text edits that touch the fewest bytes.
 */
@NullMarked
package io.patronilint.core.edit;

import org.jspecify.annotations.NullMarked;
