/**
 * The library: {@link io.patronilint.core.Linter} takes rules and a workspace and gives a {@link
 * io.patronilint.core.Report}.
 */
@NullMarked
package io.patronilint.core;

import org.jspecify.annotations.NullMarked;
