package shop;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.App;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import java.util.List;
import javax.annotation.processing.Generated;

/** Every view of the Shop, built from what its constructors ask for. */
@Generated("dev.plectrum")
final class ShopRoutes implements Routes {
    private final ChatSocketRoutes chatSocket;

    /** Builds them. */
    ShopRoutes(App app, ChatSocket.Rooms rooms) {
        Database database = app.database();
        chatSocket = new ChatSocketRoutes(() -> new ChatSocket(database, rooms));
    }

    @Override
    public List<Route<?>> routes() {
        return Routes.join(chatSocket);
    }
}
