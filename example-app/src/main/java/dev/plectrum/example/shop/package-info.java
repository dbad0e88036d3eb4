/** A small shop. */
@NullMarked
package dev.plectrum.example.shop;

import org.jspecify.annotations.NullMarked;
