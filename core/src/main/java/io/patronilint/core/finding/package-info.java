/** Findings, the fixes they offer, and the edits that fixes are made of. */
@NullMarked
package io.patronilint.core.finding;

import org.jspecify.annotations.NullMarked;
