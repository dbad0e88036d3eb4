package dev.plectrum.web.server;

import dev.plectrum.web.error.Problem;
import dev.plectrum.web.error.ProblemException;
import dev.plectrum.web.input.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each kind of failure is answered with. */
public final class Failures {
    private final List<Mapping<?>> mappings;

    private Failures(List<Mapping<?>> mappings) {
        this.mappings = mappings;
    }

    /** What the framework knows by itself. */
    public static Failures builtIn() {
        return new Failures(List.of());
    }

    /** The same, and what the database's failures mean. */
    public static Failures withDatabase() {
        return DatabaseFailures.addTo(builtIn());
    }

    private record Mapping<E extends Throwable>(
            Class<E> type, Function<? super E, ? extends @Nullable Problem> mapping) {
        @Nullable Problem problem(Throwable failure) {
            return type.isInstance(failure) ? mapping.apply(type.cast(failure)) : null;
        }
    }

    /** The same, with failures of this type mapped so, before all that were added earlier. Null passes it on. */
    public <E extends Throwable> Failures with(
            Class<E> type, Function<? super E, ? extends @Nullable Problem> mapping) {
        List<Mapping<?>> more = new ArrayList<>();
        more.add(new Mapping<>(type, mapping));
        more.addAll(mappings);
        return new Failures(List.copyOf(more));
    }

    /** The answer to this failure; null if it is a mistake of ours that only a log should tell. */
    @Nullable Problem problem(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        for (Mapping<?> mapping : mappings) {
            Problem problem = mapping.problem(cause);
            if (problem != null) {
                return problem;
            }
        }
        if (cause instanceof UnreadableException unreadable) {
            return Problem.of(400, unreadable.code()).detail("The request " + unreadable.detail());
        }
        return null;
    }
}
