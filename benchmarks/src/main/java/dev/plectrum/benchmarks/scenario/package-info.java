/** The contract's work in one process, without HTTP. */
@NullMarked
package dev.plectrum.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
