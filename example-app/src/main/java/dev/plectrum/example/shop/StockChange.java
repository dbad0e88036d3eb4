package dev.plectrum.example.shop;

/**
 * How many there are of a product now.
 *
 * @param product its id
 */
record StockChange(long product, int stock) {}
