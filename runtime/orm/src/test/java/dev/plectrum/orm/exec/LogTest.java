package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log has of statements. All of them are slow here. */
class LogTest {
    // Kept, because a logger that nobody holds is forgotten together with its handlers.
    private static final Logger LOG = Logger.getLogger("dev.plectrum.sql");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage().replaceAll("[0-9]+ µs", "… µs"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Database db;
    private @Nullable Level quiet;

    @BeforeEach
    void connect() {
        db = Database.connect(options().slowStatement(Duration.ofNanos(1)));
        await(db.script("CREATE TABLE logged (name text UNIQUE)"));
        quiet = LOG.getLevel();
        LOG.setLevel(Level.WARNING);
        LOG.addHandler(handler);
    }

    @AfterEach
    void drop() {
        LOG.removeHandler(handler);
        LOG.setLevel(quiet);
        await(db.script("DROP TABLE logged"));
        await(db.close());
    }

    @Test
    void aSlowStatementIsShownWithItsRowsAndWithoutItsValues() {
        await(db.execute(Sql.write("INSERT INTO logged VALUES ($1::text), ($2::text)", "secret", "hidden")));
        assertThat(lines)
                .containsExactly("WARNING Slow: … µs, 2 rows: INSERT INTO logged VALUES ($1::text), ($2::text)");
    }

    @Test
    void ofAScriptNoRowsAreTold() {
        await(db.script("CREATE TABLE another (id int); DROP TABLE another"));
        assertThat(lines).containsExactly("WARNING Slow: … µs: CREATE TABLE another (id int); DROP TABLE another");
    }

    @Test
    void aStatementThatFailedIsShownWithWhatItFailedWith() {
        Sql sql = Sql.write("INSERT INTO logged VALUES ($1::text)", "secret");
        await(db.execute(sql));
        assertThat(failureOf(db.execute(sql))).isInstanceOf(UniqueViolation.class);
        assertThat(lines)
                .containsExactly(
                        "WARNING Slow: … µs, 1 row: INSERT INTO logged VALUES ($1::text)",
                        "WARNING Slow: … µs, UniqueViolation: INSERT INTO logged VALUES ($1::text)");
    }
}
