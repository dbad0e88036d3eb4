/** What went wrong with a request, as values: problems, field errors, and the exceptions that carry them. */
@NullMarked
package dev.plectrum.web.error;

import org.jspecify.annotations.NullMarked;
