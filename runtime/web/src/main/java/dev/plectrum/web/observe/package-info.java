/** Metrics through Micrometer and traces through OpenTelemetry, for applications that have these libraries. */
@NullMarked
package dev.plectrum.web.observe;

import org.jspecify.annotations.NullMarked;
