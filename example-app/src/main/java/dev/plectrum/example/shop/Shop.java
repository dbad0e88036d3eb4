package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Application;

/** The shop: {@code ShopRoutes} builds its views and lists what they answer. */
@Application(value = "Shop", title = "The shop")
final class Shop {
    private Shop() {}
}
