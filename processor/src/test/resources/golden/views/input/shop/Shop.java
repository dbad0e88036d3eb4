package shop;

import dev.plectrum.annotations.web.Application;

/** The shop. */
@Application("Shop")
final class Shop {
    private Shop() {}
}
