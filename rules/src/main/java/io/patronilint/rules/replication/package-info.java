/** Tags, slots and synchronous replication. */
@NullMarked
package io.patronilint.rules.replication;

import org.jspecify.annotations.NullMarked;
