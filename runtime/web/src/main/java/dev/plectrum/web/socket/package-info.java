/** WebSockets with typed messages. */
@NullMarked
package dev.plectrum.web.socket;

import org.jspecify.annotations.NullMarked;
