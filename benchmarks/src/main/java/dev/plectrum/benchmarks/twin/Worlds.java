package dev.plectrum.benchmarks.twin;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The table {@code world} over one connection. */
final class Worlds {
    static final String GET = "SELECT id, randomnumber FROM world WHERE id = $1::int4";
    static final String SET = "UPDATE world SET randomnumber = $2::int4 WHERE id = $1::int4";
    private static final String SET_ALL = "UPDATE world SET randomnumber = v.randomnumber"
            + " FROM unnest($1::int4[], $2::int4[]) v(id, randomnumber) WHERE world.id = v.id";

    private static final int COUNT = 10_000;

    private final PreparedQuery<SqlResult<World>> get;
    private final PreparedQuery<RowSet<Row>> set;
    private final PreparedQuery<RowSet<Row>> setAll;

    Worlds(PgConnection connection) {
        get = connection.preparedQuery(GET).collecting(Rows.one(World::from));
        set = connection.preparedQuery(SET);
        setAll = connection.preparedQuery(SET_ALL);
    }

    static int randomId() {
        return ThreadLocalRandom.current().nextInt(COUNT) + 1;
    }

    static int randomNumber() {
        return ThreadLocalRandom.current().nextInt(10_000) + 1;
    }

    /** Different ids, ascending: whoever updates rows in one order can't deadlock. */
    static int[] randomIds(int count) {
        return IntStream.generate(Worlds::randomId)
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    Future<SqlResult<World>> get(int id) {
        return get.execute(Tuple.of(id));
    }

    /** One statement for each, all on their way at once. */
    Future<World[]> get(int[] ids) {
        Gathering gathering = new Gathering(ids.length);
        for (int id : ids) {
            get.execute(Tuple.of(id)).onComplete(gathering);
        }
        return gathering.all.future();
    }

    Future<RowSet<Row>> set(World world) {
        return set.execute(Tuple.of(world.id(), world.randomNumber()));
    }

    Future<RowSet<Row>> set(World[] worlds) {
        Integer[] ids = new Integer[worlds.length];
        Integer[] numbers = new Integer[worlds.length];
        for (int i = 0; i < worlds.length; i++) {
            ids[i] = worlds[i].id();
            numbers[i] = worlds[i].randomNumber();
        }
        return setAll.execute(Tuple.of(ids, (Object) numbers));
    }

    /** One handler for all: answers on one connection come in the order of the questions. */
    private static final class Gathering implements Handler<AsyncResult<SqlResult<World>>> {
        private final Promise<World[]> all = Promise.promise();
        private final World[] worlds;
        private int answered;

        private Gathering(int count) {
            worlds = new World[count];
        }

        @Override
        public void handle(AsyncResult<SqlResult<World>> answer) {
            if (answer.failed()) {
                all.tryFail(answer.cause());
                return;
            }
            worlds[answered++] = answer.result().value();
            if (answered == worlds.length) {
                all.tryComplete(worlds);
            }
        }
    }
}
