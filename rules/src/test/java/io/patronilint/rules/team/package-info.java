@NullMarked
package io.patronilint.rules.team;

import org.jspecify.annotations.NullMarked;
