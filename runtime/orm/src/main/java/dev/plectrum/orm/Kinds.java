package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes many rows of a model whose subclasses share its table: one statement for each subclass. */
final class Kinds {
    private Kinds() {}

    /** What is done with the rows of one mapping. */
    interface Work<M, R> {
        Future<R> of(Session session, Mapping<M, ?, ?> mapping, List<M> models);
    }

    /** Does this with the rows of each subclass, and returns the rows that come back in the order of those that went in. */
    static <M> Future<List<M>> rows(Session session, Mapping<M, ?, ?> mapping, List<M> models, Work<M, List<M>> work) {
        Map<Mapping<M, ?, ?>, List<Integer>> places = places(mapping, models);
        if (places.size() <= 1) {
            return work.of(session, only(places, mapping), models);
        }
        List<@Nullable M> rows = new ArrayList<>(Collections.nCopies(models.size(), null));
        return session.atomic(tx -> {
            Future<?> done = Future.succeededFuture();
            for (Map.Entry<Mapping<M, ?, ?>, List<Integer>> kind : places.entrySet()) {
                done = done.compose(before -> work.of(tx, kind.getKey(), at(models, kind.getValue())))
                        .map(written -> {
                            for (int i = 0; i < written.size(); i++) {
                                rows.set(kind.getValue().get(i), written.get(i));
                            }
                            return written;
                        });
            }
            return done.map(all -> {
                List<M> found = new ArrayList<>(rows.size());
                rows.forEach(row -> found.add(Objects.requireNonNull(row)));
                return found;
            });
        });
    }

    /** Does this with the rows of each subclass, and adds up what is counted. */
    static <M> Future<Long> count(Session session, Mapping<M, ?, ?> mapping, List<M> models, Work<M, Long> work) {
        Map<Mapping<M, ?, ?>, List<Integer>> places = places(mapping, models);
        if (places.size() <= 1) {
            return work.of(session, only(places, mapping), models);
        }
        return session.atomic(tx -> {
            Future<Long> total = Future.succeededFuture(0L);
            for (Map.Entry<Mapping<M, ?, ?>, List<Integer>> kind : places.entrySet()) {
                total = total.compose(before ->
                        work.of(tx, kind.getKey(), at(models, kind.getValue())).map(count -> before + count));
            }
            return total;
        });
    }

    private static <M> Mapping<M, ?, ?> only(Map<Mapping<M, ?, ?>, List<Integer>> places, Mapping<M, ?, ?> mapping) {
        return places.isEmpty() ? mapping : places.keySet().iterator().next();
    }

    /** Where the rows of each subclass stand in the list. */
    private static <M> Map<Mapping<M, ?, ?>, List<Integer>> places(Mapping<M, ?, ?> mapping, List<M> models) {
        if (!(mapping instanceof SealedMapping)) {
            return Map.of();
        }
        Map<Mapping<M, ?, ?>, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            places.computeIfAbsent(mapping.of(models.get(i)), kind -> new ArrayList<>())
                    .add(i);
        }
        return places;
    }

    private static <M> List<M> at(List<M> models, List<Integer> places) {
        return places.stream().map(models::get).toList();
    }
}
