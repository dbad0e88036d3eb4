/** A model with the classes that the processor writes for it, here by hand: the shape both sides agree on. */
@NullMarked
package dev.plectrum.orm.sample;

import org.jspecify.annotations.NullMarked;
