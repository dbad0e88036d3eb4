package dev.plectrum.web.shop;

import dev.plectrum.web.App;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import java.util.List;

// region registry
/** Every view of the Shop, built from what its constructors ask for. */
public final class ShopRoutes implements Routes {
    private final ProductViewsRoutes productViews;

    /** Builds them. */
    public ShopRoutes(App app, Products products) {
        productViews = new ProductViewsRoutes(new ProductViews(products));
    }

    @Override
    public List<Route<?>> routes() {
        return Routes.join(productViews);
    }
}
// endregion
