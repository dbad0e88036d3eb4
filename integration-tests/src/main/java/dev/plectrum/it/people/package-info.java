/** People: references of every kind, among them cycles, and to models of another package. */
@NullMarked
package dev.plectrum.it.people;

import org.jspecify.annotations.NullMarked;
