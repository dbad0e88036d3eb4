package dev.plectrum.processor.report;

import dev.plectrum.processor.model.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Something wrong in the user's source.
 *
 * @param code a readable word, a heading of the documentation
 * @param message one line that stands alone, in the user's words
 * @param lines why, and what to type instead
 */
public record Problem(String code, String message, List<String> lines, Place place) {
    /** Copies the lines. */
    public Problem {
        lines = List.copyOf(lines);
    }

    /** A problem that is explained further with {@link #because} and {@link #fix}. */
    public static Problem of(Code code, Place place, String message) {
        return new Problem(code.word(), message, List.of(), place);
    }

    /** The same, with a line that explains. */
    public Problem because(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new Problem(code, message, more, place);
    }

    /** The same, with something to paste. */
    public Problem fix(String source) {
        return because("Fix: " + source);
    }

    /** As users read it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[").append(code).append("] ").append(message);
        lines.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
