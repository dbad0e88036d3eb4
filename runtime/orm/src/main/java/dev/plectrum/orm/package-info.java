/** What users name most: query sets, references, pages. */
@NullMarked
package dev.plectrum.orm;

import org.jspecify.annotations.NullMarked;
