/** Writes Defs as source files. Pure functions: nothing is looked up here. */
@NullMarked
package dev.plectrum.processor.emit;

import org.jspecify.annotations.NullMarked;
