/**
 * Tests against a real PostgreSQL: {@link dev.plectrum.testing.PlectrumTest} gives each test a clean database,
 * {@link dev.plectrum.testing.Await} waits for futures, {@link dev.plectrum.testing.Queries} counts what was sent.
 */
@NullMarked
package dev.plectrum.testing;

import org.jspecify.annotations.NullMarked;
