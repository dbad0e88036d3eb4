/** Work that needs no database, for JMH. */
@NullMarked
package dev.plectrum.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
