/** Text as UTF-8 bytes, without a string between. */
@NullMarked
package dev.plectrum.web.text;

import org.jspecify.annotations.NullMarked;
