package dev.plectrum.it.remarks;

/** What remarks are made about. */
public interface Remarkable {
    /** What it is called. */
    String title();
}
