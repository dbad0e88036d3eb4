package dev.plectrum.it.types;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes and constraints of a generated model, in the words of the server that made them. */
@PlectrumTest
class ParcelTableTest {
    @BeforeEach
    void createTable(Database db) {
        await(db.createSchema(List.of(ParcelMapping.INSTANCE)));
    }

    private static List<String> lines(Database db, String sql) {
        return await(db.query(Sql.read(sql), Collectors.mapping((Row row) -> row.getString(0), Collectors.toList())));
    }

    @Test
    void everyIndexIsAsItWasAskedFor(Database db) {
        List<String> indexes = lines(db, """
                SELECT regexp_replace(pg_get_indexdef(indexrelid), '^(CREATE (UNIQUE )?INDEX) (\\S+) ON', '\\1 ON')
                FROM pg_index WHERE indrelid = 'kit.parcels'::regclass""");
        assertThat(indexes)
                .containsExactlyInAnyOrder(
                        "CREATE UNIQUE INDEX ON kit.parcels USING btree (key)",
                        "CREATE UNIQUE INDEX ON kit.parcels USING btree (shelf, place) NULLS NOT DISTINCT",
                        "CREATE UNIQUE INDEX ON kit.parcels USING btree (shelf, code)",
                        "CREATE INDEX ON kit.parcels USING gist (shelf, during) WHERE (NOT sent)",
                        "CREATE INDEX ON kit.parcels USING btree (shelf, weight DESC)",
                        "CREATE INDEX ON kit.parcels USING btree (code) INCLUDE (weight) WHERE (NOT sent)",
                        "CREATE INDEX ON kit.parcels USING gin (labels)",
                        "CREATE INDEX ON kit.parcels USING btree (lower(code))",
                        "CREATE INDEX ON kit.parcels USING hash (shelf)",
                        "CREATE INDEX ON kit.parcels USING brin (weight)",
                        "CREATE UNIQUE INDEX ON kit.parcels USING btree (upper(code)) WHERE sent");
    }

    @Test
    void everyConstraintIsAsItWasAskedFor(Database db) {
        List<String> constraints = lines(db, """
                SELECT contype::text || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint WHERE conrelid = 'kit.parcels'::regclass AND contype <> 'n'""");
        assertThat(constraints)
                .containsExactlyInAnyOrder(
                        "c CHECK ((weight > 0))",
                        "p PRIMARY KEY (key)",
                        "u UNIQUE NULLS NOT DISTINCT (shelf, place)",
                        "u UNIQUE (shelf, code) DEFERRABLE INITIALLY DEFERRED",
                        "x EXCLUDE USING gist (shelf WITH =, during WITH &&) WHERE ((NOT sent))");
    }

    @Test
    void commentsAndCollationsReachTheServer(Database db) {
        assertThat(lines(db, "SELECT obj_description('kit.parcels'::regclass)")).containsExactly("What is sent");
        assertThat(lines(db, """
                        SELECT c.attname || ': ' || col_description(c.attrelid, c.attnum) || ', ' || l.collname
                        FROM pg_attribute c JOIN pg_collation l ON l.oid = c.attcollation
                        WHERE c.attrelid = 'kit.parcels'::regclass AND c.attname = 'state'""")).containsExactly("state: Written by hand, C");
    }
}
