/** Tables and plots of what was measured. */
@NullMarked
package dev.plectrum.benchmarks.report;

import org.jspecify.annotations.NullMarked;
