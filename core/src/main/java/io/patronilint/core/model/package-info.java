/** The configuration as a tree of values, each with the place it was written at. */
@NullMarked
package io.patronilint.core.model;

import org.jspecify.annotations.NullMarked;
