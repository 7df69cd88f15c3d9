/** Work on several threads with results that do not depend on their number. */
@NullMarked
package io.patronilint.core.parallel;

import org.jspecify.annotations.NullMarked;
