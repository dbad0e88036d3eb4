/** Models with a field of every type, every kind of key and every kind of constraint. */
@NullMarked
package dev.plectrum.it.types;

import org.jspecify.annotations.NullMarked;
