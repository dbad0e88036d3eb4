/** Rows that refer to rows of several models. */
@NullMarked
package dev.plectrum.it.remarks;

import org.jspecify.annotations.NullMarked;
