/** Who asks, and whether they may: users, authentication, CSRF, keys, headers. */
@NullMarked
package dev.plectrum.web.security;

import org.jspecify.annotations.NullMarked;
