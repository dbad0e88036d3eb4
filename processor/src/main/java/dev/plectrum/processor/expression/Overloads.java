package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses among functions or operators of one name, by PostgreSQL's rules as far as our tables make them matter. */
final class Overloads {
    private Overloads() {}

    /** The one that PostgreSQL would call, with type variables replaced; empty if none fits or several do. */
    static Optional<Signature> choose(List<Signature> candidates, List<SqlType> arguments) {
        List<Signature> fitting = new ArrayList<>();
        candidates.forEach(candidate -> candidate.applyTo(arguments).ifPresent(fitting::add));
        List<Signature> best = most(fitting, arguments, false);
        if (best.size() > 1) {
            best = most(best, arguments, true);
        }
        if (best.size() > 1) {
            // A quoted literal among several is a text if one of them takes a text.
            List<Signature> texts = best.stream()
                    .filter(candidate -> takesLiteralsAsText(candidate, arguments))
                    .toList();
            best = texts.isEmpty() ? best : texts;
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Those in which the most arguments have exactly the parameter's type, or the type PostgreSQL prefers. */
    private static List<Signature> most(List<Signature> candidates, List<SqlType> arguments, boolean orPreferred) {
        List<Signature> best = new ArrayList<>();
        int most = -1;
        for (Signature candidate : candidates) {
            int score = 0;
            for (int i = 0; i < arguments.size(); i++) {
                SqlType parameter = candidate.parameters().get(i);
                SqlType argument = arguments.get(i);
                boolean preferred = orPreferred && !argument.isUnknown() && isPreferred(parameter);
                score += baseOf(argument).equals(parameter) || preferred ? 1 : 0;
            }
            if (score > most) {
                best.clear();
                most = score;
            }
            if (score == most) {
                best.add(candidate);
            }
        }
        return best;
    }

    private static SqlType baseOf(SqlType type) {
        return type.isTextEnum() ? SqlType.TEXT : type;
    }

    private static boolean isPreferred(SqlType type) {
        return type.is(
                SqlType.Kind.DOUBLE,
                SqlType.Kind.TEXT,
                SqlType.Kind.TIMESTAMPTZ,
                SqlType.Kind.INTERVAL,
                SqlType.Kind.BOOLEAN,
                SqlType.Kind.INET);
    }

    private static boolean takesLiteralsAsText(Signature candidate, List<SqlType> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).isUnknown() && candidate.parameters().get(i).kind() != SqlType.Kind.TEXT) {
                return false;
            }
        }
        return true;
    }
}
