/** What users write on their classes. Everything here is read by the compiler and gone at run time. */
@NullMarked
package dev.plectrum.annotations;

import org.jspecify.annotations.NullMarked;
