package dev.plectrum.it;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import java.util.Set;

/** The tables of the models in some packages, made once for all tests that name the class that extends this. */
public abstract class PackageTables implements TestSchema {
    private final Set<String> packages;

    /** The tables of these packages. */
    protected PackageTables(String... packages) {
        this.packages = Set.of(packages);
    }

    @Override
    public Future<?> create(Database db) {
        return db.createSchema(Models.ALL.stream()
                .filter(model -> packages.contains(model.getClass().getPackageName()))
                .toList());
    }
}
