/** Problems, and the only place where they are printed. */
@NullMarked
package dev.plectrum.processor.report;

import org.jspecify.annotations.NullMarked;
