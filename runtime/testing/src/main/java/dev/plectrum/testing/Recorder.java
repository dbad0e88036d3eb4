package dev.plectrum.testing;

import dev.plectrum.orm.exec.StatementListener;
import dev.plectrum.orm.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what one test sends. */
final class Recorder implements StatementListener {
    // Guarded by this.
    private final List<Statement> started = new ArrayList<>();

    @Override
    public synchronized Object started(Sql sql) {
        Statement statement = new Statement(sql.text());
        started.add(statement);
        return statement;
    }

    @Override
    public synchronized void ended(Finished finished) {
        if (finished.started() instanceof Statement statement) {
            if (finished.isControl()) {
                started.removeIf(each -> each == statement);
            } else {
                statement.finished = finished;
            }
        }
    }

    /** What was sent so far. The layer's own statements are among them only until they are answered. */
    synchronized List<Statement> statements() {
        return List.copyOf(started);
    }

    /** One statement, answered or not. */
    static final class Statement {
        private final String text;
        private volatile @Nullable Finished finished;

        Statement(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean isAnswered() {
            return finished != null;
        }

        String outcome() {
            Finished answer = finished;
            if (answer == null) {
                return "not answered yet";
            }
            Throwable failure = answer.failure();
            return failure != null
                    ? "failed: " + failure.getMessage()
                    : answer.rows() == 1 ? "1 row" : answer.rows() + " rows";
        }
    }
}
