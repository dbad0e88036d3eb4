/** Static files. */
@NullMarked
package dev.plectrum.web.files;

import org.jspecify.annotations.NullMarked;
