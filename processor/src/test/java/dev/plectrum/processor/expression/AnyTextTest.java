package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Users type anything; the answer is always an expression or problems inside the text, never an exception. */
class AnyTextTest {
    @Property(tries = 2000)
    void anyTextIsUnderstoodOrExplained(@ForAll("texts") String text) {
        for (Purpose purpose : new Purpose[] {
            Purpose.check(),
            Purpose.indexExpression(),
            Purpose.stored(Catalogue.type("numeric(9,2)"), false, "java.math.BigDecimal"),
            Purpose.virtual(Catalogue.type("varchar(9)"), true, "java.lang.String")
        }) {
            Compilation compilation = Compilation.of(text, Item.SCOPE, purpose);
            if (compilation instanceof Compiled compiled) {
                assertThat(compiled.java(ScopeField::name).isPresent())
                        .isNotEqualTo(compiled.whyNotInJava().isPresent());
                readsAgain(compiled, purpose);
                continue;
            }
            for (ExpressionProblem problem : ((Compilation.Rejected) compilation).problems()) {
                assertThat(problem.start()).isBetween(0, problem.end());
                assertThat(problem.end()).isLessThanOrEqualTo(text.length());
                assertThat(problem.message()).doesNotContain("\n").isNotBlank();
                assertThat(problem.toString()).isNotBlank();
            }
        }
    }

    /** SQL that we print is an expression like any other, but for enums, of which it has the position. */
    private static void readsAgain(Compiled compiled, Purpose purpose) {
        String sql = compiled.sql();
        if (!sql.contains("size")) {
            assertThat(Compilation.of(sql.replace("opened_at", "openedAt"), Item.SCOPE, purpose))
                    .hasToString(sql);
        }
    }

    /** Random characters, and expressions with characters and words lost, doubled and swapped. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> symbols = Arbitraries.strings()
                .withChars(" ()[]'\"\\.,:;+-*/%^|&<>=!~?#@$eE019aNULLINOTANDCASEx\n")
                .ofMaxLength(30);
        Arbitrary<String> damaged =
                Arbitraries.randomValue(random -> damaged(new RandomExpression(random).any(), random));
        return Arbitraries.oneOf(noise, symbols, damaged);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int start = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), start + 1 + random.nextInt(6));
            String piece = damaged.substring(start, end);
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(start, end);
                case 1 -> damaged.insert(start, piece);
                default ->
                    damaged.replace(
                            start, end, new StringBuilder(piece).reverse().toString());
            }
            if (damaged.isEmpty()) {
                break;
            }
        }
        return damaged.toString();
    }
}
