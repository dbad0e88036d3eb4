/** Rate limits. */
@NullMarked
package dev.plectrum.web.limit;

import org.jspecify.annotations.NullMarked;
