/** How Patroni reaches its DCS. */
@NullMarked
package io.patronilint.rules.dcs;

import org.jspecify.annotations.NullMarked;
