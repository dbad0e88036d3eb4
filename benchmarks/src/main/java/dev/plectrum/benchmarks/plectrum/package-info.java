/** The contract as a user of Plectrum writes it: ordinary models and query sets. */
@NullMarked
package dev.plectrum.benchmarks.plectrum;

import org.jspecify.annotations.NullMarked;
