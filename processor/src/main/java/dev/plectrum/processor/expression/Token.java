package dev.plectrum.processor.expression;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param text of a name or an operator as written, of a string its value
 * @param span where it stands
 */
record Token(Kind kind, String text, Span span) {
    enum Kind {
        /** A name or a keyword: which, only its place can tell, for a field may be called {@code end}. */
        WORD,
        /** A name between double quotes, never a keyword. */
        QUOTED_WORD,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** As errors call it. */
    @Override
    public String toString() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "'" + text + "'";
            default -> "\"" + text + "\"";
        };
    }
}
