package dev.plectrum.web.server;

import dev.plectrum.orm.error.ConnectionFailure;
import dev.plectrum.orm.error.ConstraintViolation;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.Overload;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.error.StatementTimeout;
import dev.plectrum.orm.error.TransactionFailure;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.error.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the database's failures mean to a client. A conflict with other rows is the client's to solve; a full pool is nobody's
 * fault and passes; a failed check or a broken statement is a mistake of ours, because validation should have come first.
 */
final class DatabaseFailures {
    private DatabaseFailures() {}

    static Failures addTo(Failures failures) {
        return failures.with(NotFoundException.class, e -> Problem.of(404, "not-found")
                        .detail("There is no such thing"))
                .with(StaleObjectException.class, e -> Problem.of(409, "stale")
                        .detail("Somebody else changed this in the meantime: load it again"))
                .with(DatabaseException.class, DatabaseFailures::problem);
    }

    private static @Nullable Problem problem(DatabaseException failure) {
        if (failure instanceof UniqueViolation unique) {
            return conflict(unique, "unique", "is taken already");
        } else if (failure instanceof ForeignKeyViolation foreignKey) {
            return conflict(foreignKey, "reference", "refers to something that does not exist, or is referred to");
        } else if (failure instanceof TransactionFailure) {
            return busy("conflict-with-others", "Others changed the same data at the same moment");
        } else if (failure instanceof Overload) {
            return busy("overloaded", "The database has as much to do as it can");
        } else if (failure instanceof StatementTimeout) {
            return busy("timeout", "The database took too long");
        } else if (failure instanceof ConnectionFailure) {
            return busy("database-unavailable", "The database cannot be reached");
        }
        return null;
    }

    private static Problem busy(String code, String detail) {
        return Problem.of(503, code).detail(detail).header("Retry-After", "1");
    }

    private static Problem conflict(ConstraintViolation violation, String code, String detail) {
        var errors = new FieldErrors(Place.BODY);
        for (String field : violation.fields()) {
            errors.add(field, code, detail, Map.of());
        }
        return Problem.of(409, code)
                .detail(violation.fields().isEmpty() ? "This conflicts with what is there" : null)
                .with(errors.list());
    }
}
