package dev.plectrum.web;

/** What becomes of a path that has a slash at its end too many or too few. */
public enum TrailingSlash {
    /** It is sent to the right one with 308, which keeps method and body. */
    REDIRECT,
    /** It is answered as if it were right. */
    LENIENT,
    /** It is not found. */
    STRICT
}
