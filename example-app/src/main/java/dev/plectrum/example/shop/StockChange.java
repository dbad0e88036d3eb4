package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Example;

/**
 * How many there are of a product now.
 *
 * @param product its id
 */
record StockChange(
        @Example("42") long product, @Example("3") int stock) {}
