/** A market: what clients may write of its models, and what they may not. */
@NullMarked
package dev.plectrum.it.market;

import org.jspecify.annotations.NullMarked;
