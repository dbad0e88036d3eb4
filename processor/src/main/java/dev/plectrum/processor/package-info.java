/** The annotation processors. {@code scan} reads, {@code validate} judges, {@code emit} prints, {@code report} speaks. */
@NullMarked
package dev.plectrum.processor;

import org.jspecify.annotations.NullMarked;
