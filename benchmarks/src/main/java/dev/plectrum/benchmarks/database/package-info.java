/** The PostgreSQL that the contestants share, with the contract's rows in it. */
@NullMarked
package dev.plectrum.benchmarks.database;

import org.jspecify.annotations.NullMarked;
