package shop;

import dev.plectrum.web.App;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import java.util.List;
import javax.annotation.processing.Generated;

/** Every view of the Shop, built from what its constructors ask for. */
@Generated("dev.plectrum")
final class ShopRoutes implements Routes {
    private final ProductViewsRoutes productViews;

    /** Builds them. */
    ShopRoutes(App app, Products products) {
        productViews = new ProductViewsRoutes(new ProductViews(products));
    }

    @Override
    public List<Route<?>> routes() {
        return Routes.join(productViews);
    }
}
