package dev.plectrum.web.json;

/**
 * How much JSON is read before it is refused.
 *
 * @param depth objects and arrays inside each other
 * @param numberLength characters of a number
 * @param nameLength characters of a field's name
 * @param scale digits behind, or zeros before, a decimal's point: {@code 1e999999999} is ten characters and a gigabyte of digits
 */
public record JsonLimits(int depth, int numberLength, int nameLength, int scale) {
    /** 64 deep, numbers of 400 characters, names of 256, decimals of 1,000 places. */
    public static final JsonLimits DEFAULT = new JsonLimits(64, 400, 256, 1000);
}
