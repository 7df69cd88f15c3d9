@NullMarked
package io.patronilint.core.server;

import org.jspecify.annotations.NullMarked;
