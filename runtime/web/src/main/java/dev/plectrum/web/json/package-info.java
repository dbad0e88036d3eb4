/** Reading and writing JSON for generated codecs: a writer onto buffers, a reader that collects every mistake. */
@NullMarked
package dev.plectrum.web.json;

import org.jspecify.annotations.NullMarked;
