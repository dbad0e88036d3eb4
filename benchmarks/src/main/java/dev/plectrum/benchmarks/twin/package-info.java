/** The contract answered by hand on Vert.x Web and its PostgreSQL client: what every ratio is a ratio to. */
@NullMarked
package dev.plectrum.benchmarks.twin;

import org.jspecify.annotations.NullMarked;
