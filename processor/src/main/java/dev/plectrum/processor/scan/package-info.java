/** Reads elements and types into Defs. The only package that looks at them, and it judges nothing. */
@NullMarked
package dev.plectrum.processor.scan;

import org.jspecify.annotations.NullMarked;
