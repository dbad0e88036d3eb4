/** An embedded PostgreSQL for development and tests; never in production. */
@NullMarked
package dev.plectrum.devservices;

import org.jspecify.annotations.NullMarked;
