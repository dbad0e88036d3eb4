/** How texts from paths, queries, headers, cookies and forms become values. */
@NullMarked
package dev.plectrum.web.input;

import org.jspecify.annotations.NullMarked;
