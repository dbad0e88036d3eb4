package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an expression without mistakes gives. */
class CompilationTest {
    private static final Purpose NUMERIC =
            Purpose.stored(Catalogue.type("numeric(12,2)"), false, "java.math.BigDecimal");
    private static final Purpose NULLABLE_NUMERIC =
            Purpose.stored(Catalogue.type("numeric(12,2)"), true, "java.math.BigDecimal");
    private static final Purpose TEXT = Purpose.stored(Catalogue.type("text"), true, "java.lang.String");

    @Test
    void oneTreeGivesSqlFieldsTypeAndJava() {
        Compiled compiled = compiled("(price * (stock))", NUMERIC);
        assertThat(compiled.sql()).isEqualTo("price * stock");
        assertThat(compiled.fields()).extracting(ScopeField::name).containsExactly("price", "stock");
        assertThat(compiled.type()).isEqualTo(SqlType.NUMERIC);
        assertThat(compiled.nullable()).isFalse();
        assertThat(java(compiled))
                .isEqualTo(
                        "Evaluate.numeric("
                                + "Evaluate.multiply(Evaluate.rounded(product.price, 2), Evaluate.numeric(product.stock)), 12, 2)");
    }

    @Test
    void fieldsBecomeColumns() {
        assertThat(compiled("address.city = 'Ulm' OR createdAt IS NOT NULL", Purpose.check()))
                .hasToString("address_city = 'Ulm' OR created_at IS NOT NULL");
    }

    @Test
    void keywordsAreFieldsWhereOnlyAFieldCanStand() {
        Scope event = Scope.of(
                "Event",
                List.of(
                        ScopeField.of("end", "end", Catalogue.type("date"), false, "java.time.LocalDate"),
                        ScopeField.of("date", "date", Catalogue.type("date"), false, "java.time.LocalDate"),
                        ScopeField.of("not", "not", Catalogue.type("boolean"), false, "boolean")));
        assertThat(Compilation.of(
                        "not AND end >= date AND CASE WHEN not THEN end END > date '2020-01-01'",
                        event,
                        Purpose.check()))
                .hasToString("\"not\" AND \"end\" >= date AND CASE WHEN \"not\" THEN \"end\" END > '2020-01-01'::date");
    }

    @Test
    void aConditionTellsWhichFieldsAreNotNull() {
        assertThat(compiled("CASE WHEN discount IS NULL THEN price ELSE price - discount END", NUMERIC)
                        .nullable())
                .isFalse();
        assertThat(compiled("CASE WHEN discount > 0 AND active THEN discount ELSE price END", NUMERIC)
                        .nullable())
                .isFalse();
        assertThat(compiled("CASE WHEN discount > 0 OR active THEN discount ELSE price END", NULLABLE_NUMERIC)
                        .nullable())
                .isTrue();
        assertThat(compiled("CASE WHEN active THEN price END", NULLABLE_NUMERIC).nullable())
                .isTrue();
    }

    @Test
    void literalsTakeTheTypeOfTheirNeighbour() {
        assertThat(compiled("availableFrom > '2020-01-01' AND data ->> 'colour' = 'red'", Purpose.check()))
                .hasToString("available_from > '2020-01-01' AND data ->> 'colour' = 'red'");
        Purpose status = Purpose.stored(ColumnType.of(Catalogue.STATUS), false, "shop.Status");
        assertThat(java(compiled("CASE WHEN active THEN 'ACTIVE' ELSE 'DRAFT' END", status)))
                .isEqualTo("Evaluate.constant(Status.class, (product.active ? \"ACTIVE\" : \"DRAFT\"))");
    }

    @Test
    void anIndexMaySearchTexts() {
        assertThat(compiled(
                        "to_tsvector('english', name || ' ' || coalesce(description, ''))", Purpose.indexExpression()))
                .hasToString("to_tsvector('english', name || ' ' || coalesce(description, ''))");
    }

    @Test
    void javaEvaluatesChecksOfForms() {
        assertThat(java(compiled("price >= 0 AND (discount IS NULL OR discount <= price)", Purpose.check())))
                .isEqualTo(
                        "Evaluate.and(Evaluate.greaterOrEqual(Evaluate.rounded(product.price, 2), new BigDecimal(\"0\")), "
                                + "Evaluate.or(Evaluate.isNull(Evaluate.rounded(product.discount, 2)), "
                                + "Evaluate.lessOrEqual(Evaluate.rounded(product.discount, 2), Evaluate.rounded(product.price, 2))))");
    }

    @Test
    void whatCanFailIsComputedOnlyWhenPostgresComputesIt() {
        assertThat(java(compiled("stock <> 0 AND 100 / stock > 3", Purpose.check())))
                .isEqualTo("Evaluate.and(Evaluate.notEqual(product.stock, 0), "
                        + "() -> Evaluate.greater(Evaluate.divide(100, product.stock), 3))");
        assertThat(compiled("active AND FALSE AND 100 / stock > 3", Purpose.check())
                        .whyNotInJava())
                .hasValue("PostgreSQL computes its constants beforehand, which decides what can fail");
    }

    @Test
    void javaSaysWhyItDoesNotEvaluate() {
        assertThat(compiled("price / 3", NUMERIC).whyNotInJava())
                .hasValue("how many digits a division of numerics keeps is PostgreSQL's choice");
        assertThat(compiled("upper(name)", TEXT).whyNotInJava()).hasValue("upper() is PostgreSQL's to compute");
        assertThat(compiled("name < 'm'", Purpose.check()).whyNotInJava())
                .hasValue("which text comes first depends on the collation of the database");
        assertThat(compiled("category > 5", Purpose.check()).whyNotInJava())
                .hasValue("category is written to the database by a converter");
        assertThat(compiled("price * stock", NUMERIC).whyNotInJava()).isEmpty();
    }

    @Test
    void noTextIsTooDeepOrTooLong() {
        assertThat(Compilation.of("(".repeat(100_000), Catalogue.PRODUCT, Purpose.check()))
                .isInstanceOf(Compilation.Rejected.class);
        assertThat(Compilation.of("stock" + " + stock".repeat(100_000) + " > 0", Catalogue.PRODUCT, Purpose.check()))
                .isInstanceOf(Compilation.Rejected.class);
        assertThat(Compilation.of("stock" + " + stock".repeat(900) + " > 0", Catalogue.PRODUCT, Purpose.check()))
                .isInstanceOf(Compiled.class);
    }

    @Test
    void columnTypesAreReadUnderAnyName() {
        assertThat(ColumnType.parse("NUMERIC( 10 , 2 )"))
                .hasValue(new ColumnType(SqlType.NUMERIC, "numeric(10,2)", 10, 2));
        assertThat(Catalogue.type("character varying(20)")).hasToString("varchar(20)");
        assertThat(Catalogue.type("int8")).hasToString("bigint");
        assertThat(Catalogue.type("timestamp(3) with time zone")).hasToString("timestamptz(3)");
        assertThat(Catalogue.type("varchar(9)[]")).hasToString("varchar(9)[]");
        assertThat(ColumnType.parse("money")).isEmpty();
        assertThat(ColumnType.parse("text(3,4)")).isEmpty();
    }

    private static Compiled compiled(String text, Purpose purpose) {
        Compilation compilation = Compilation.of(text, Catalogue.PRODUCT, purpose);
        assertThat(compilation).isInstanceOf(Compiled.class);
        return (Compiled) compilation;
    }

    /** The Java as a file with imports has it. */
    private static String java(Compiled compiled) {
        return compiled.java(field -> "product." + field.name())
                .orElseThrow()
                .print(name -> name.substring(name.lastIndexOf('.') + 1));
    }
}
