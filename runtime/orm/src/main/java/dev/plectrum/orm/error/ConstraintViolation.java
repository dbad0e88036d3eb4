package dev.plectrum.orm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row breaks a rule of its table. The statement had no effect. */
public abstract sealed class ConstraintViolation extends DatabaseException
        permits UniqueViolation, ForeignKeyViolation, CheckViolation, NotNullViolation, ExclusionViolation {
    private static final long serialVersionUID = 1L;

    ConstraintViolation(Report report) {
        super(report);
    }

    /** The constraint's name in the database; null for NOT NULL, which has none before PostgreSQL 18. */
    public @Nullable String constraint() {
        return report().constraint();
    }

    /** The columns it is about, as far as PostgreSQL tells: none for a check. */
    public List<String> columns() {
        return reportedColumns();
    }

    /** The same in the model's words, where the model is known; otherwise the columns. */
    public List<String> fields() {
        return report().fields();
    }
}
