package notes;

import dev.plectrum.annotations.web.Application;
import dev.plectrum.web.App;
import dev.plectrum.web.Plectrum;
import io.vertx.core.Future;

// region main
@Application("Notes")
public class Main {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, for tests too. */
    static dev.plectrum.web.Application application() {
        return Plectrum.application("notes").routes(NotesRoutes::new).onStart(Main::createTables);
    }

    /** Until there are migrations: what an empty database needs. */
    private static Future<?> createTables(App app) {
        return app.database()
                .hasTables(Models.ALL)
                .compose(there -> there ? Future.succeededFuture() : app.database().createSchema(Models.ALL));
    }
}
// endregion
