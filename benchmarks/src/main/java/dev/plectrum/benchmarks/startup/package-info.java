/** From the start of a process to its first answer, and the memory it then holds. */
@NullMarked
package dev.plectrum.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
