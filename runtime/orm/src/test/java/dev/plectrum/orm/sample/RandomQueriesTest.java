package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Orderable;
import dev.plectrum.orm.query.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random conditions, orders, slices, updates and deletes over random rows, against what the rows themselves say. Each build asks others,
 * and says the seed; {@code -Djqwik.tries.default=2000} asks many.
 */
class RandomQueriesTest {
    private static final OddityQuerySet ODDITIES = new OddityQuerySet(DB);

    /** A sort key twice: as it is asked for, and as an order of rows. */
    record Key(String text, Function<OddityFields, Orderable> asked, Comparator<Oddity> order) {
        @Override
        public String toString() {
            return text;
        }
    }

    @BeforeContainer
    static void create() {
        TestDatabase.script("DROP TABLE IF EXISTS \"order\";" + OddityMapping.CREATE);
    }

    /** The rows in the database, with their keys. */
    private static List<Oddity> store(List<Oddity> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).id = i + 1L;
        }
        TestDatabase.script("DELETE FROM \"order\"");
        return await(ODDITIES.abulkCreate(rows));
    }

    private static List<Long> ids(List<Oddity> rows) {
        return rows.stream().map(row -> row.id).toList();
    }

    private static List<Long> expected(List<Oddity> rows, Claim claim) {
        return ids(rows.stream().filter(row -> claim.holds(row, rows)).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void conditionsFindTheRowsTheyHoldFor(
            @ForAll("rows") List<Oddity> rows, @ForAll("claims") Claim claim, @ForAll("claims") Claim another) {
        List<Oddity> stored = store(rows);
        OddityQuerySet found = ODDITIES.filter(claim.asked());
        List<Long> expected = expected(stored, claim);

        assertThat(ids(await(found.orderBy(o -> o.id).alist()))).as("%s", found).isEqualTo(expected);
        assertThat(await(found.acount())).isEqualTo(expected.size());
        assertThat(await(found.aexists())).isEqualTo(!expected.isEmpty());
        assertThat(ids(await(ODDITIES.exclude(claim.asked()).orderBy(o -> o.id).alist())))
                .as("exclude is the complement")
                .isEqualTo(expected(stored, claim.negated()));
        assertThat(ids(await(found.filter(another.asked()).orderBy(o -> o.id).alist())))
                .as("one filter after the other")
                .isEqualTo(expected(stored, claim.and(another)));
    }

    @Example
    void everyLookupOfTextFindsEveryText() {
        findsAll(Claims.everyLookup());
    }

    @Example
    void everyYearBeginsAndEndsWhereItDoes() {
        findsAll(Claims.everyYear());
    }

    /** Random values seldom meet the one row that tells two conditions apart; so each is asked of a table that has them all. */
    private static void findsAll(List<Claim> claims) {
        List<Oddity> stored = store(Terms.everything());
        for (Claim claim : claims) {
            OddityQuerySet found = ODDITIES.filter(claim.asked()).orderBy(o -> o.id);
            assertThat(ids(await(found.alist()))).as("%s", claim).isEqualTo(expected(stored, claim));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void rowsComeInOrderAndInSlices(
            @ForAll("rows") List<Oddity> rows,
            @ForAll("keys") List<Key> keys,
            @ForAll("bounds") List<Integer> bounds,
            @ForAll boolean reversed) {
        List<Oddity> sorted = new ArrayList<>(store(rows));
        Comparator<Oddity> order = keys.get(0).order();
        for (Key key : keys.subList(1, keys.size())) {
            order = order.thenComparing(key.order());
        }
        order = order.thenComparing(row -> row.id);
        sorted.sort(reversed ? order.reversed() : order);
        OddityQuerySet asked = orderBy(keys);
        OddityQuerySet ordered = reversed ? asked.reverse() : asked;

        assertThat(ids(await(ordered.alist()))).as("%s", ordered).isEqualTo(ids(sorted));
        List<Oddity> slice = slice(slice(sorted, bounds.get(0), bounds.get(1)), bounds.get(2), bounds.get(3));
        OddityQuerySet sliced = ordered.slice(bounds.get(0), bounds.get(1)).slice(bounds.get(2), bounds.get(3));
        assertThat(ids(await(sliced.alist()))).isEqualTo(ids(slice));
        assertThat(await(sliced.acount())).isEqualTo(slice.size());
        assertThat(await(sliced.aexists())).isEqualTo(!slice.isEmpty());
        assertThat(ids(await(ODDITIES.filter(o -> o.id.in(sliced.values(s -> s.id)))
                        .orderBy(o -> o.id)
                        .alist())))
                .isEqualTo(slice.stream().map(row -> row.id).sorted().toList());
        Oddity last = await(ordered.alast());
        assertThat(last == null ? null : last.id).isEqualTo(sorted.isEmpty() ? null : sorted.get(sorted.size() - 1).id);
        assertThat(ids(await(ordered.distinct().alist()))).isEqualTo(ids(sorted));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static OddityQuerySet orderBy(List<Key> keys) {
        List<Function<OddityFields, Orderable>> asked = new ArrayList<>();
        keys.forEach(key -> asked.add(key.asked()));
        asked.add(o -> o.id);
        return ODDITIES.orderBy(asked.toArray(new Function[0]));
    }

    private static List<Oddity> slice(List<Oddity> rows, int from, int to) {
        return from >= rows.size() ? List.of() : rows.subList(from, Math.min(to, rows.size()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void distinctLeavesEachValueOnce(@ForAll("rows") List<Oddity> rows, @ForAll("claims") Claim claim) {
        List<Oddity> stored = store(rows);
        List<Oddity> found =
                stored.stream().filter(row -> claim.holds(row, stored)).toList();
        OddityQuerySet asked = ODDITIES.filter(claim.asked());

        HashSet<@Nullable Integer> numbers = new HashSet<>();
        found.forEach(row -> numbers.add(row.number));
        List<@Nullable Integer> distinct =
                await(asked.values(o -> o.number).distinct().alist());
        assertThat(distinct).hasSize(numbers.size()).containsExactlyInAnyOrderElementsOf(numbers);

        HashSet<@Nullable Integer> seen = new HashSet<>();
        List<Long> firsts = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparing((Oddity row) -> row.id).reversed())
                .forEach(row -> {
                    if (seen.add(row.number)) {
                        firsts.add(row.id);
                    }
                });
        OddityQuerySet distinctOn = asked.distinctOn(o -> o.number).orderBy(o -> o.number, o -> o.id.desc());
        assertThat(ids(await(distinctOn.alist()))).containsExactlyInAnyOrderElementsOf(firsts);
        assertThat(await(distinctOn.acount())).isEqualTo(firsts.size());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void updatesAndDeletesReachTheSameRows(
            @ForAll("rows") List<Oddity> rows, @ForAll("claims") Claim claim, @ForAll("claims") Claim deleted) {
        List<Oddity> stored = store(rows);
        List<Long> reached = expected(stored, claim);
        assertThat(await(ODDITIES.filter(claim.asked())
                        .aupdate(
                                o -> o.amount.set(o.amount.plus(1)),
                                o -> o.other.set(o.text),
                                o -> o.text.set("it's \\ ; 😀"),
                                o -> o.big.set(o.number.toLong().times(2)),
                                o -> o.flag.setNull())))
                .isEqualTo(reached.size());
        for (Oddity row : stored) {
            if (reached.contains(row.id)) {
                row.amount = row.amount == null ? null : row.amount.add(BigDecimal.ONE);
                row.other = row.text;
                row.text = "it's \\ ; 😀";
                row.big = row.number == null ? null : row.number * 2L;
                row.flag = null;
            }
        }
        assertThat(await(ODDITIES.orderBy(o -> o.id).alist()))
                .extracting(RandomQueriesTest::values)
                .isEqualTo(stored.stream().map(RandomQueriesTest::values).toList());

        List<Long> gone = expected(stored, deleted);
        assertThat(await(ODDITIES.filter(deleted.asked()).adelete()).total()).isEqualTo(gone.size());
        List<Long> left = new ArrayList<>(ids(stored));
        left.removeAll(gone);
        assertThat(ids(await(ODDITIES.orderBy(o -> o.id).alist()))).isEqualTo(left);
    }

    /** What a row has, each value in the form in which equal ones are equal. */
    private static List<@Nullable Object> values(Oddity row) {
        return Arrays.asList(
                row.id,
                row.text,
                row.other,
                row.number,
                row.big,
                row.amount == null ? null : row.amount.stripTrailingZeros(),
                row.ratio == null ? null : row.ratio + 0.0,
                row.flag,
                row.at,
                row.day);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void pagesByKeyTogetherAreTheList(@ForAll("rows") List<Oddity> rows, @ForAll("columns") List<Key> keys) {
        store(rows);
        OddityQuerySet ordered = orderBy(keys);
        List<Long> paged = new ArrayList<>();
        String cursor = null;
        do {
            var page = await(ordered.akeyPage(cursor, 3));
            paged.addAll(ids(page.items()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(paged).as("%s", ordered).isEqualTo(ids(await(ordered.alist())));
    }

    @Provide
    Arbitrary<List<Oddity>> rows() {
        return Terms.rows().list().ofMinSize(0).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Claim> claims() {
        return Claims.any(ODDITIES);
    }

    @Provide
    Arbitrary<List<Integer>> bounds() {
        Arbitrary<List<Integer>> pair = Arbitraries.integers()
                .between(0, 13)
                .list()
                .ofSize(2)
                .map(list -> list.stream().sorted().toList());
        return Combinators.combine(pair, pair).as((outer, inner) -> IntStream.concat(
                        outer.stream().mapToInt(i -> i), inner.stream().mapToInt(i -> i))
                .boxed()
                .toList());
    }

    @Provide
    Arbitrary<List<Key>> keys() {
        return Arbitraries.of(
                        key("text.collate(C)", o -> o.text.collate("C").asc(), row -> row.text, Terms.BY_CODE_POINT),
                        key(
                                "text.plus(x).collate(C)",
                                o -> o.text.plus("x").collate("C").asc(),
                                row -> row.text == null ? null : row.text + "x",
                                Terms.BY_CODE_POINT),
                        key(
                                "number.mod(3)",
                                o -> o.number.mod(3).asc(),
                                row -> row.number == null ? null : row.number % 3),
                        key("number > 0", o -> o.number.gt(0).asc(), row -> row.number == null ? null : row.number > 0))
                .flatMap(RandomQueriesTest::directions)
                .list()
                .ofSize(1)
                .flatMap(computed -> columns().map(columns -> {
                    List<Key> all = new ArrayList<>(computed);
                    all.addAll(columns);
                    Collections.rotate(all, columns.size() % 2);
                    return all;
                }));
    }

    @Provide
    Arbitrary<List<Key>> columns() {
        return Arbitraries.of(
                        key("number", o -> o.number.asc(), row -> row.number),
                        key("big", o -> o.big.asc(), row -> row.big),
                        key("amount", o -> o.amount.asc(), row -> row.amount),
                        key("ratio", o -> o.ratio.asc(), row -> row.ratio == null ? null : row.ratio + 0.0),
                        key("flag", o -> o.flag.asc(), row -> row.flag),
                        key("at", o -> o.at.asc(), row -> row.at),
                        key("day", o -> o.day.asc(), row -> row.day))
                .flatMap(RandomQueriesTest::directions)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private record Ascending<T>(
            String text,
            Function<OddityFields, Order> asked,
            Function<Oddity, @Nullable T> value,
            Comparator<T> order) {
        Key toward(boolean descending, Order.Nulls nulls) {
            boolean first = nulls == Order.Nulls.FIRST || (nulls == Order.Nulls.DEFAULT && descending);
            Comparator<T> directed = descending ? order.reversed() : order;
            return new Key(
                    text + (descending ? " DESC" : "") + " " + nulls,
                    o -> new Order(asked.apply(o).node(), descending, nulls),
                    Comparator.comparing(
                            value, first ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed)));
        }
    }

    private static <T> Ascending<T> key(
            String text,
            Function<OddityFields, Order> asked,
            Function<Oddity, @Nullable T> value,
            Comparator<T> order) {
        return new Ascending<>(text, asked, value, order);
    }

    private static <T extends Comparable<? super T>> Ascending<T> key(
            String text, Function<OddityFields, Order> asked, Function<Oddity, @Nullable T> value) {
        return key(text, asked, value, Comparator.naturalOrder());
    }

    private static Arbitrary<Key> directions(Ascending<?> key) {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(Order.Nulls.values()))
                .as(key::toward);
    }
}
