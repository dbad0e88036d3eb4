package dev.plectrum.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The same work done by several contestants, in alternating rounds. The first contestant is the baseline of all ratios.
 *
 * @param subject what they did
 * @param samples each contestant's rounds, in the order of the rounds
 */
public record Comparison(String subject, Map<String, List<Sample>> samples) {
    /** Runs one round of one contestant. */
    @FunctionalInterface
    public interface Round<C> {
        /** The round's sample; rounds are counted from 1. */
        Sample run(String name, C contestant, int round) throws Exception;
    }

    /** Copies the samples, keeping their order. */
    public Comparison {
        Map<String, List<Sample>> copy = new LinkedHashMap<>();
        samples.forEach((contestant, rounds) -> copy.put(contestant, List.copyOf(rounds)));
        samples = copy;
    }

    /**
     * Lets the contestants take turns. Every other round runs in the opposite order, so that whatever drifts, such as heat or a
     * growing table, favours nobody.
     */
    public static <C> Comparison alternate(String subject, Map<String, C> contestants, int rounds, Round<C> round)
            throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(contestants.keySet());
        order.forEach(name -> samples.put(name, new ArrayList<>()));
        for (int i = 1; i <= rounds; i++) {
            for (String name : order) {
                C contestant = Objects.requireNonNull(contestants.get(name));
                Objects.requireNonNull(samples.get(name)).add(round.run(name, contestant, i));
            }
            Collections.reverse(order);
        }
        return new Comparison(subject, samples);
    }

    /** The contestants, the baseline first. */
    public List<String> contestants() {
        return List.copyOf(samples.keySet());
    }

    /** The contestant that the others are measured against. */
    public String baseline() {
        return contestants().get(0);
    }

    /** A contestant's figure over its rounds. */
    public Spread values(String contestant, Metric metric) {
        return Spread.of(rounds(contestant).stream().mapToDouble(metric::of).toArray());
    }

    /** A contestant's figure as a multiple of the baseline's. */
    public Spread ratios(String contestant, Metric metric) {
        return ratios(contestant, baseline(), metric);
    }

    /** A contestant's figure as a multiple of another's, round by round: neighbours in time share their noise. */
    public Spread ratios(String contestant, String other, Metric metric) {
        List<Sample> base = rounds(other);
        List<Sample> own = rounds(contestant);
        double[] ratios = new double[own.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = metric.of(own.get(i)) / metric.of(base.get(i));
        }
        return Spread.of(ratios);
    }

    /** How many operations of a contestant failed. */
    public long errors(String contestant) {
        return rounds(contestant).stream().mapToLong(Sample::errors).sum();
    }

    private List<Sample> rounds(String contestant) {
        List<Sample> rounds = samples.get(contestant);
        if (rounds == null) {
            throw new IllegalArgumentException(contestant + " did not take part in " + subject);
        }
        return rounds;
    }
}
