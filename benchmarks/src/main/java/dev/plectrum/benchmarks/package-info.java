/** The command line of the benchmarks: {@link dev.plectrum.benchmarks.Main} picks what runs. */
@NullMarked
package dev.plectrum.benchmarks;

import org.jspecify.annotations.NullMarked;
