/** What a base backup says about itself. */
@NullMarked
package io.patronilint.core.backup;

import org.jspecify.annotations.NullMarked;
