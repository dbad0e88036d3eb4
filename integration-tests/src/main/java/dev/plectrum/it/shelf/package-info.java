/** Books and all that belongs to them: the rows over which relations are compared with Django's. */
@NullMarked
package dev.plectrum.it.shelf;

import org.jspecify.annotations.NullMarked;
