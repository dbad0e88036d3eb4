/** Which route a path belongs to. */
@NullMarked
package dev.plectrum.web.routing;

import org.jspecify.annotations.NullMarked;
