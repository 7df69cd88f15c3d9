/** Creating a cluster, anew or from a backup, and standby clusters. */
@NullMarked
package io.patronilint.rules.bootstrap;

import org.jspecify.annotations.NullMarked;
