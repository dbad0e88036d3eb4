/** Places: models with natural and UUID keys, which models of another package refer to. */
@NullMarked
package dev.plectrum.it.places;

import org.jspecify.annotations.NullMarked;
