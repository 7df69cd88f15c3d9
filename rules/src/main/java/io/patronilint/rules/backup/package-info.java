/** Archiving, backup tools and the replicas made with them. */
@NullMarked
package io.patronilint.rules.backup;

import org.jspecify.annotations.NullMarked;
