/** The standard rules: take them from {@link io.patronilint.rules.StandardRules}. */
@NullMarked
package io.patronilint.rules;

import org.jspecify.annotations.NullMarked;
