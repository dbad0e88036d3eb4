package dev.plectrum.example.shop;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The products that one client watches: as many as somebody can look at. */
final class Watched {
    private static final int MOST = 100;

    private final Set<Long> products = ConcurrentHashMap.newKeySet();

    void add(long product) {
        if (products.size() < MOST) {
            products.add(product);
        }
    }

    boolean has(long product) {
        return products.contains(product);
    }
}
