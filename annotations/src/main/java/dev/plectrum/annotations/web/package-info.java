/** What users write on views: paths, parameters, who may ask. */
@NullMarked
package dev.plectrum.annotations.web;

import org.jspecify.annotations.NullMarked;
