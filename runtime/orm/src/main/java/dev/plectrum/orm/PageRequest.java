package dev.plectrum.orm;

/**
 * Which page of a list is wanted.
 *
 * @param number the page, from 1
 * @param size how many rows it has at most
 * @param total whether the number of all rows is wanted too, which costs a second statement
 */
public record PageRequest(int number, int size, boolean total) {
    /** The largest page. */
    public static final int MAX_SIZE = 1_000;

    /** Refuses pages that cannot be. */
    public PageRequest {
        if (number < 1) {
            throw new IllegalArgumentException("Page " + number + ": pages are counted from 1");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page of " + size + " rows: it may have 1 to " + MAX_SIZE);
        }
    }

    /** A page, without the number of all rows. */
    public static PageRequest of(int number, int size) {
        return new PageRequest(number, size, false);
    }

    /** The same page, with the number of all rows. */
    public PageRequest withTotal() {
        return new PageRequest(number, size, true);
    }

    /** How many rows lie before the page. */
    public long offset() {
        return (number - 1L) * size;
    }
}
