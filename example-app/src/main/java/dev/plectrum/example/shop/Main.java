package dev.plectrum.example.shop;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.Plectrum;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the shop: prepares its database, prints what a few queries find, and serves its pages. */
public final class Main {
    private Main() {}

    /** The first argument may name a command; without one the server starts. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        Database db = Database.fromEnvironment(vertx);
        Catalogue catalogue = new Catalogue(db);
        try {
            print(catalogue);
        } finally {
            await(db.close().compose(closed -> vertx.close()));
        }
        Plectrum.application("shop")
                .routes(app -> new ShopRoutes(new Catalogue(app.database())))
                .run(args);
    }

    private static void print(Catalogue catalogue) {
        await(catalogue.prepare());
        System.out.println("The SQL of a query set is its toString():\n\n" + catalogue.sql() + "\n");
        List<Product> dearest = await(catalogue.dearest("Desks", 3));
        System.out.println("The dearest desks in stock:");
        for (Product product : dearest) {
            System.out.println("  " + product.name + ", " + product.price + ", in " + product.category.get().name
                    + ", tagged " + product.tags.get().stream().map(Tag::name).toList() + ", worth "
                    + product.stockValue + " in stock");
        }
        System.out.println("Products with a review of five stars: " + await(catalogue.praised()));
        System.out.println("Products that were restocked: " + await(catalogue.restock()) + "\n");
    }

    /** The main thread may wait; an event loop must not. */
    private static <T> T await(Future<T> future) {
        try {
            return future.await(1, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The database did not answer within a minute", e);
        }
    }
}
