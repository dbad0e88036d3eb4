package dev.plectrum.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void textsOfEqualPiecesAreOneString() {
        String text = written("SELECT ", "a", " FROM ", "b");
        assertThat(text).isEqualTo("SELECT a FROM b");
        assertThat(written("SELECT ", "a", " FROM ", "b")).isSameAs(text);
        // Equal pieces need not be the same objects.
        assertThat(written("SELECT ", new String("a"), " FROM ", new String("b")))
                .isSameAs(text);
    }

    @Test
    void theBeginningOfATextIsATextToo() {
        assertThat(written()).isEmpty();
        assertThat(written("SELECT ", "a", " FROM ")).isEqualTo("SELECT a FROM ");
        assertThat(written("SELECT ", "a", "")).isEqualTo("SELECT a");
    }

    @Test
    void manyPiecesMayFollowTheSame() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(written("LIMIT ", Integer.toString(i))).isEqualTo("LIMIT " + i);
            }
        }
    }

    @Test
    void veryLongPiecesAreNotKeptNorWhatFollowsVeryManyOthers() {
        assertThat(Texts.start().then("x".repeat(5_000))).isNull();
        Texts at = Texts.start();
        int pieces = 0;
        for (Texts next = at; next != null; next = at.then("x".repeat(1_000))) {
            at = next;
            pieces++;
        }
        assertThat(pieces).isEqualTo(18);
    }

    @Test
    void whatWasWrittenLongAgoIsForgotten() {
        String text = written("to be forgotten");
        for (int i = 0; i < 5_000; i++) {
            written("another one, " + i, "-".repeat(2_000));
        }
        assertThat(written("to be forgotten")).isEqualTo(text).isNotSameAs(text);
    }

    @Test
    void threadsThatWriteAtTheSameTimeGetTheirOwnTexts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<@Nullable Void>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Random random = new Random(i);
                writers.add(() -> {
                    for (int text = 0; text < 5_000; text++) {
                        String[] pieces = new String[random.nextInt(6)];
                        for (int piece = 0; piece < pieces.length; piece++) {
                            pieces[piece] = "p" + random.nextInt(40);
                        }
                        assertThat(written(pieces)).isEqualTo(String.join("", pieces));
                    }
                    return null;
                });
            }
            for (Future<@Nullable Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String written(String... pieces) {
        SqlWriter out = new SqlWriter((writer, query, values) -> {
            throw new AssertionError("no query is nested here");
        });
        for (String piece : pieces) {
            out.append(piece);
        }
        return out.text();
    }
}
