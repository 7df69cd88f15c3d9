/** A team's own JSON Schema as a rule; the only place that uses everit. */
@NullMarked
package io.patronilint.rules.team;

import org.jspecify.annotations.NullMarked;
