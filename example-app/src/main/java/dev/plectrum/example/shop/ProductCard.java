package dev.plectrum.example.shop;

import java.math.BigDecimal;

/**
 * A product, as lists show it.
 *
 * @param stock how many there are
 */
record ProductCard(long id, String name, BigDecimal price, int stock, String category) {
    /** Of a product whose category is loaded. */
    static ProductCard of(Product product) {
        return new ProductCard(product.id, product.name, product.price, product.stock, product.category.get().name);
    }
}
