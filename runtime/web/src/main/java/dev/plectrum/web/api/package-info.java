/** The description of an application's API, and what is made of it. */
@NullMarked
package dev.plectrum.web.api;

import org.jspecify.annotations.NullMarked;
