package dev.plectrum.orm.query;

/** The base of generated {@code …Fields} classes: the row that a lambda is given, or one reached from it. */
public abstract class Fields {
    private final Path path;

    /** The fields of the row at the end of this path. */
    protected Fields(Path path) {
        this.path = path;
    }

    /** Where the row is found. */
    public final Path path() {
        return path;
    }

    @Override
    public String toString() {
        return path.table().modelName();
    }
}
