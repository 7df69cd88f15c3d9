/** What several rules need: commands and where they are set, backup tools, fixes. */
@NullMarked
package io.patronilint.rules.support;

import org.jspecify.annotations.NullMarked;
