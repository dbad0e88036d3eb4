/** What can go wrong, as types a caller can tell apart. */
@NullMarked
package dev.plectrum.orm.error;

import org.jspecify.annotations.NullMarked;
