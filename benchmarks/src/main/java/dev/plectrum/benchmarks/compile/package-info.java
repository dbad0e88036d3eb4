/** What the processors add to a compilation. */
@NullMarked
package dev.plectrum.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
