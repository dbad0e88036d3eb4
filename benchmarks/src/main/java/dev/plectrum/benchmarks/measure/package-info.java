/** CPU, bytes, latencies, and what to make of many noisy rounds. Knows nothing of what is measured. */
@NullMarked
package dev.plectrum.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
