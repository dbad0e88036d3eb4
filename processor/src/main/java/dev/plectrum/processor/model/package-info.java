/** What the processor knows of models: immutable facts, named so that emitters need not work anything out. */
@NullMarked
package dev.plectrum.processor.model;

import org.jspecify.annotations.NullMarked;
