package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.type.TestServer.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class UuidV7Test {
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123Z");

    @Test
    void startsWithTheTimeInMilliseconds() {
        UUID uuid = new UuidV7(() -> NOON).generate();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void isReadByPostgresAsVersion7OfItsTime(Session session) {
        UUID uuid = new UuidV7(() -> NOON).generate();
        assertThat(session.count("SELECT uuid_extract_version($1::uuid)::int8", uuid))
                .isEqualTo(7);
        assertThat(session.rows(
                        row -> Types.TIMESTAMPTZ.decode(row, 0), "SELECT uuid_extract_timestamp($1::uuid)", uuid))
                .containsExactly(NOON);
    }

    @Test
    void isSortedByPostgresInTheOrderOfMaking(Session session) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            made.add(UuidV7.next());
        }
        List<UUID> shuffled = new ArrayList<>(made);
        Collections.shuffle(shuffled);
        assertThat(session.rows(
                        row -> Types.UUID.decode(row, 0),
                        "SELECT u.id FROM unnest(" + Types.UUID.bulk("$1") + ") AS u (id) ORDER BY u.id",
                        Types.UUID.encodeArray(shuffled)))
                .isEqualTo(made);
    }

    @Test
    void increasesWithinAMillisecondAndCarriesIntoTheNext() {
        UuidV7 generator = new UuidV7(() -> NOON);
        UUID previous = generator.generate();
        for (int i = 0; i < 10_000; i++) {
            UUID next = generator.generate();
            assertThat(next.version()).isEqualTo(7);
            assertThat(next.getMostSignificantBits()).isGreaterThan(previous.getMostSignificantBits());
            previous = next;
        }
        assertThat(previous.getMostSignificantBits() >>> 16)
                .isBetween(NOON.toEpochMilli() + 2, NOON.toEpochMilli() + 3);
    }

    @Test
    void increasesWhenTheClockGoesBack() {
        AtomicReference<Instant> time = new AtomicReference<>(NOON);
        UuidV7 generator = new UuidV7(time::get);
        UUID before = generator.generate();
        time.set(NOON.minusSeconds(3600));
        assertThat(generator.generate().getMostSignificantBits()).isGreaterThan(before.getMostSignificantBits());
        time.set(NOON.plusSeconds(1));
        assertThat(generator.generate().getMostSignificantBits() >>> 16)
                .isEqualTo(NOON.plusSeconds(1).toEpochMilli());
    }

    @Test
    void increasesForEachOfManyThreadsAndNeverRepeats() throws Exception {
        UuidV7 generator = new UuidV7(() -> NOON);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        Callable<Boolean> increasing = () -> {
            long last = 0;
            for (int i = 0; i < 20_000; i++) {
                long next = generator.generate().getMostSignificantBits();
                if (next <= last || !seen.add(next)) {
                    return false;
                }
                last = next;
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(4, increasing))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).hasSize(80_000);
    }
}
