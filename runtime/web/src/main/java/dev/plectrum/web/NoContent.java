package dev.plectrum.web;

/** Done, and nothing to say: answered 204. */
public enum NoContent {
    /** The only one. */
    DONE
}
