/** Patroni's REST API. */
@NullMarked
package io.patronilint.rules.restapi;

import org.jspecify.annotations.NullMarked;
