/** Which joins a query needs, and which of them are inner. */
@NullMarked
package dev.plectrum.orm.plan;

import org.jspecify.annotations.NullMarked;
