/** The server: from a request off the socket to an answer on it. */
@NullMarked
package dev.plectrum.web.server;

import org.jspecify.annotations.NullMarked;
