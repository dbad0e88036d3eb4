/** The contract over HTTP: servers as child processes, a load generator, the CPU they used. */
@NullMarked
package dev.plectrum.benchmarks.http;

import org.jspecify.annotations.NullMarked;
