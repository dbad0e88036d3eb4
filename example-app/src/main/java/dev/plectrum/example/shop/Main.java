package dev.plectrum.example.shop;

import dev.plectrum.web.Application;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.Routes;
import dev.plectrum.web.api.ApiPages;
import dev.plectrum.web.security.BearerAuthentication;

/** Starts the shop. */
public final class Main {
    private Main() {}

    /** The first argument may name a command; without one the server starts. */
    public static void main(String[] args) {
        Staff staff = Staff.withNewToken();
        application(staff).onStarted(shop -> announce(shop, staff)).run(args);
    }

    // region application
    static Application application(Staff staff) {
        StockFeed feed = new StockFeed();
        return Plectrum.application("shop")
                .routes(app -> Routes.of(new ShopRoutes(app, feed), ApiPages.at("/api", ShopRoutes.class)))
                .authentication(app -> new BearerAuthentication(staff::find))
                .onStart(app -> new Catalogue(app.database()).prepare());
    }
    // endregion

    private static void announce(Application.Built shop, Staff staff) {
        String url = shop.server().url();
        System.out.printf("""

                A page for people    %1$s/
                The API, explained   %1$s/api
                Products             %1$s/products/?q=oak&category=Desks&sort=PRICE&page=2
                One of them          %1$s/products/1
                Stock, as it changes %1$s/stock/events   (server-sent events; /stock/live is a WebSocket)

                curl -X POST %1$s/products/1/purchases
                curl -X PATCH %1$s/products/1 -H 'Authorization: Bearer %2$s' \\
                     -H 'Content-Type: application/json' -d '{"price": "99.50"}'

                """, url, staff.token());
    }
}
