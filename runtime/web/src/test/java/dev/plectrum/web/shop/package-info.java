/** A small shop, written as a user would write it, with what the processor emits for it written by hand. */
@NullMarked
package dev.plectrum.web.shop;

import org.jspecify.annotations.NullMarked;
