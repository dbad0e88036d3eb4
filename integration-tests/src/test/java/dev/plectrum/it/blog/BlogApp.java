package dev.plectrum.it.blog;

import static dev.plectrum.testing.Await.await;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.Application;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.security.BearerAuthentication;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The blog on a test's database. */
final class BlogApp {
    private BlogApp() {}

    /** All of it, which starts on JDK 21 and later. */
    static Application whole(Database db) {
        return Plectrum.application("blog")
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false).locales(List.of(Locale.ENGLISH, Locale.GERMAN)))
                .database(vertx -> db)
                .routes(BlogRoutes::new)
                .authentication(app -> new BearerAuthentication(BlogUser::find));
    }

    /** Without the views that wait. */
    static Application of(Database db) {
        return whole(db)
                .routes(app -> () -> new BlogRoutes(app)
                        .routes().stream()
                                .filter(route -> !route.name().startsWith("WaitingViews"))
                                .toList());
    }

    /** A client without a socket, of a blog with three posts by Ada. */
    static TestClient client(Database db) {
        fill(db);
        return TestClient.of(Transport.memory(of(db).build(db.vertx()).server()));
    }

    /** Three posts by Ada. */
    static void fill(Database db) {
        PostQuerySet posts = new PostQuerySet(db);
        await(new AuthorQuerySet(db).acreate(a -> a.name("Ada")).compose(ada -> posts.acreate(
                        p -> p.title("Engines").rating(3).author(ada))
                .compose(one ->
                        posts.acreate(p -> p.title("Notes \"A to G\"").rating(5).author(ada)))
                .compose(two -> posts.acreate(p -> p.title("Looms").rating(1).author(ada)))));
    }
}
