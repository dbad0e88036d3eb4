package dev.plectrum.processor.expression;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL, one for all tests of this package, stopped when the JVM ends. */
final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private Server() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    postgres.close();
                } catch (IOException stillRunning) {
                    throw new UncheckedIOException(stillRunning);
                }
            }));
            return postgres;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    static Connection connect() throws SQLException {
        return POSTGRES.getPostgresDatabase().getConnection();
    }

    /** What the server says against the statement; empty if nothing. What the statement did is undone. */
    static String complaint(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
