package dev.plectrum.testing;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** What the tests do with the table. */
final class Teas {
    private Teas() {}

    static Future<Long> add(Session session, String name) {
        return session.execute(Sql.write("INSERT INTO tea VALUES ($1::text)", name));
    }

    static Future<List<String>> all(Session session) {
        return session.query(
                Sql.read("SELECT name FROM tea ORDER BY name"),
                Collectors.mapping(row -> row.getString(0), Collectors.toList()));
    }

    static Future<List<String>> named(Session session, String name) {
        return session.query(
                Sql.read("SELECT name FROM tea WHERE name = $1::text", name),
                Collectors.mapping(row -> row.getString(0), Collectors.toList()));
    }
}
