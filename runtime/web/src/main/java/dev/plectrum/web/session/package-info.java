/** Sessions and where they are kept. */
@NullMarked
package dev.plectrum.web.session;

import org.jspecify.annotations.NullMarked;
