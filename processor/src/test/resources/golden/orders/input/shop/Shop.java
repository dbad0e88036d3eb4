package shop;

import dev.plectrum.annotations.web.Application;

/** The shop. */
@Application("Shop")
public final class Shop {
    private Shop() {}
}
