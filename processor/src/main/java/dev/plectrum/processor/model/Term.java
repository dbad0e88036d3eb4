package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code word} or {@code word(term;term)}: how nested facts are written on one line. */
record Term(String word, List<Term> terms) {
    Term {
        terms = List.copyOf(terms);
    }

    static Term of(String word, Term... terms) {
        return new Term(word, List.of(terms));
    }

    Term term(int index) {
        return terms.get(index);
    }

    @Override
    public String toString() {
        return terms.isEmpty()
                ? word
                : terms.stream().map(Term::toString).collect(Collectors.joining(";", word + "(", ")"));
    }

    static Term parse(String text) {
        return new Reader(text).term();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Term term() {
            int start = at;
            while (at < text.length() && "(;)".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            List<Term> terms = new ArrayList<>();
            if (at < text.length() && text.charAt(at) == '(') {
                do {
                    at++;
                    terms.add(term());
                } while (text.charAt(at) == ';');
                at++;
            }
            return new Term(word, terms);
        }
    }
}
