/** What a rule is: implement {@link io.patronilint.core.rule.Rule} and hand it to the linter. */
@NullMarked
package io.patronilint.core.rule;

import org.jspecify.annotations.NullMarked;
