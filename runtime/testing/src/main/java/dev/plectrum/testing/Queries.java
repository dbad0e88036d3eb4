package dev.plectrum.testing;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The statements that the running test has sent through its {@code Database}, in the order in which they were sent. BEGIN,
 * SAVEPOINT and their like are not among them. Asked on the test's own thread.
 */
public final class Queries {
    private static final int REPEATED = 3;
    private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

    private Queries() {}

    /** The SQL that was sent since the test began, its {@code @BeforeEach} methods included. */
    public static List<String> captured() {
        return recorder().statements().stream().map(Recorder.Statement::text).toList();
    }

    /**
     * Runs the code, waits for its future, and fails unless exactly so many statements were sent meanwhile; the failure
     * lists them. Statements of other code that runs at the same time count too.
     *
     * @return what the future succeeded with
     */
    public static <T> T assertQueries(int expected, Supplier<Future<T>> code) {
        return assertQueriesIn(expected, () -> Await.await(code.get()));
    }

    /**
     * The same of code that waits itself, such as a request of a test client. What the application sends after it has answered may come
     * too late to count.
     *
     * @return what the code returned
     */
    public static <T> T assertQueriesIn(int expected, Supplier<T> code) {
        Recorder recorder = recorder();
        int before = recorder.statements().size();
        T result = code.get();
        List<Recorder.Statement> all = recorder.statements();
        List<Recorder.Statement> sent = all.subList(before, all.size());
        if (sent.size() != expected) {
            throw new AssertionFailedError(message(expected, sent), expected, sent.size());
        }
        return result;
    }

    static void begin(Recorder recorder) {
        CURRENT.set(recorder);
    }

    static void end() {
        CURRENT.remove();
    }

    /** What has no answer yet; nothing outside of a test. */
    static List<String> unanswered() {
        Recorder recorder = CURRENT.get();
        return recorder == null
                ? List.of()
                : recorder.statements().stream()
                        .filter(statement -> !statement.isAnswered())
                        .map(Recorder.Statement::text)
                        .toList();
    }

    private static Recorder recorder() {
        Recorder recorder = CURRENT.get();
        if (recorder == null) {
            throw new IllegalStateException(
                    "This thread runs no @PlectrumTest: ask for queries in the test's own method,"
                            + " not in a callback or another thread");
        }
        return recorder;
    }

    private static String message(int expected, List<Recorder.Statement> sent) {
        StringBuilder message = new StringBuilder("Expected ")
                .append(expected == 1 ? "1 query, but " : expected + " queries, but ")
                .append(sent.size())
                .append(sent.size() == 1 ? " was sent" : " were sent");
        int number = 0;
        for (Recorder.Statement statement : sent) {
            String head = "\n" + ++number + ". ";
            message.append(head)
                    .append(statement.text().replace("\n", "\n" + " ".repeat(head.length() - 1)))
                    .append("  -- ")
                    .append(statement.outcome());
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        sent.forEach(statement -> times.merge(statement.text(), 1, Integer::sum));
        times.forEach((text, count) -> {
            if (count >= REPEATED) {
                message.append("\nThe same statement was sent %d times: is a relation loaded row by row?%n  "
                                .formatted(count))
                        .append(text.lines().findFirst().orElse(text));
            }
        });
        return message.toString();
    }
}
