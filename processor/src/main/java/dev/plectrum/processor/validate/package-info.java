/** Judges Defs. Says everything that is wrong, never throws, never stops early. */
@NullMarked
package dev.plectrum.processor.validate;

import org.jspecify.annotations.NullMarked;
