/** Models that extend each other: rows begin in one table and end in another. */
@NullMarked
package dev.plectrum.it.inheritance;

import org.jspecify.annotations.NullMarked;
