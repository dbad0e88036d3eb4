/** Talking to an application from tests, with and without a socket. */
@NullMarked
package dev.plectrum.web.testing;

import org.jspecify.annotations.NullMarked;
