/** Models that share a table, each of whose rows is one of them. */
@NullMarked
package dev.plectrum.it.payments;

import org.jspecify.annotations.NullMarked;
