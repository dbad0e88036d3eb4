/** What becomes of rows whose target is deleted: every kind. */
@NullMarked
package dev.plectrum.it.deletion;

import org.jspecify.annotations.NullMarked;
