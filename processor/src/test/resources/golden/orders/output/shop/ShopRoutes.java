package shop;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.App;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/** Every view of the Shop, built from what its constructors ask for. */
@Generated("dev.plectrum")
public final class ShopRoutes implements Routes {
    private final OrderViewsRoutes orderViews;

    /** Builds them. */
    public ShopRoutes(App app, Audit audit, List<String> list) throws IOException {
        Database database = app.database();
        orderViews = new OrderViewsRoutes(
                new OrderViews(database, new OrderQuerySet(database), app, app.clock(), list),
                audit);
    }

    @Override
    public List<Route<?>> routes() {
        return Routes.join(orderViews);
    }
}
