package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts an expression into tokens. */
final class Lexer {
    /** Longest first: the first that fits is the one meant. */
    private static final List<String> SYMBOLS = List.of(
            "->>", "#>>", "!~*", "-|-", "::", "||", "->", "#>", "@>", "<@", "&&", "<=", ">=", "<>", "!=", "!~", "~*",
            "?|", "?&", "<<", ">>", "+", "-", "*", "/", "%", "^", "=", "<", ">", "~", "?", "(", ")", "[", "]", ",",
            ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lastStart;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of the text; the last is the {@link Token.Kind#END}. */
    static List<Token> tokens(String text) throws SyntaxException {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws SyntaxException {
        while (at < text.length()) {
            int here = text.codePointAt(at);
            if (Character.isWhitespace(here)) {
                at++;
            } else if (text.startsWith("==", at)) {
                throw wrong(at, at + 2, "\"==\" means nothing here", "=", "SQL compares with a single =");
            } else if (text.startsWith("--", at)) {
                throw wrong(
                        at,
                        at + 2,
                        "\"--\" begins a comment in SQL",
                        isDigit(at + 2) ? "- -" : null,
                        "Two minus signs need a space between them");
            } else if (text.startsWith("/*", at)) {
                throw wrong(at, at + 2, "A comment has no place in an expression", null, "Write it as a Java comment");
            } else if (isEscapeString()) {
                escapeString();
            } else if (Character.isJavaIdentifierStart(here) && here != '$') {
                word();
            } else if (here == '"') {
                tokens.add(new Token(Token.Kind.QUOTED_WORD, quoted('"', "name"), new Span(lastStart, at)));
            } else if (here == '\'') {
                tokens.add(new Token(Token.Kind.STRING, quoted('\'', "string"), new Span(lastStart, at)));
            } else if (isDigit(at) || (here == '.' && isDigit(at + 1))) {
                number();
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", new Span(text.length(), text.length())));
    }

    private void word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(start, at), new Span(start, at)));
    }

    private String quoted(char quote, String what) throws SyntaxException {
        lastStart = at;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here != quote) {
                value.append(here);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return value.toString();
            }
        }
        throw wrong(
                lastStart,
                text.length(),
                "The " + what + " that begins here does not end",
                null,
                "Close it with " + quote + "; inside it, " + quote + " is written twice");
    }

    private boolean isEscapeString() {
        return at + 1 < text.length()
                && (text.charAt(at) == 'e' || text.charAt(at) == 'E')
                && text.charAt(at + 1) == '\'';
    }

    private void escapeString() throws SyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '\\' && at < text.length()) {
                value.appendCodePoint(escape());
            } else if (here != '\'') {
                value.append(here);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                value.append('\'');
                at++;
            } else {
                tokens.add(new Token(Token.Kind.STRING, value.toString(), new Span(start, at)));
                return;
            }
        }
        throw wrong(start, text.length(), "The string that begins here does not end", null, "Close it with '");
    }

    /** What the letters behind a backslash stand for. */
    private int escape() throws SyntaxException {
        int start = at - 1;
        char letter = text.charAt(at++);
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hexadecimal(start, 4);
            case 'U' -> hexadecimal(start, 8);
            case '\\', '\'' -> letter;
            // PostgreSQL reads \x as a byte and any other letter as itself, which is never what was meant.
            default ->
                throw wrong(
                        start,
                        at,
                        "\"\\" + letter + "\" is no escape",
                        null,
                        "There are \\n \\t \\r \\b \\f \\\\ \\' and \\uXXXX");
        };
    }

    private int hexadecimal(int start, int digits) throws SyntaxException {
        String hex = text.substring(at, Math.min(text.length(), at + digits));
        if (hex.length() == digits && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            long point = Long.parseLong(hex, 16);
            if (point > 0 && point <= Character.MAX_CODE_POINT && (point < 0xD800 || point > 0xDFFF)) {
                at += digits;
                return (int) point;
            }
        }
        throw wrong(start, Math.min(text.length(), at + digits), "This escape names no character", null);
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void number() throws SyntaxException {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (!isDigit(at)) {
                at = exponent;
            }
            digits();
        }
        int end = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String written = text.substring(start, at);
        if (at > end) {
            String plain = written.replaceAll("(?i)_|[lfd]$", "");
            throw wrong(
                    start,
                    at,
                    "\"" + written + "\" is not a number",
                    plain.matches("\\d+(\\.\\d*)?") ? plain : null,
                    "SQL numbers have no suffix and no underscores: 10, 2.5, 1e6");
        }
        String exponent = written.toLowerCase(Locale.ROOT).replaceFirst("^[^e]*e?", "");
        if (written.length() > 1000 || exponent.replaceFirst("^[+-]?0*", "").length() > 3) {
            throw wrong(start, at, "This number is too large to write out", null);
        }
        tokens.add(new Token(Token.Kind.NUMBER, written, new Span(start, at)));
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private void symbol() throws SyntaxException {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Kind.SYMBOL, symbol, new Span(at, at + symbol.length())));
                at += symbol.length();
                return;
            }
        }
        int point = text.codePointAt(at);
        String written = Character.toString(point);
        String fix = null;
        String hint = "An expression is made of field names, literals, operators and functions";
        if (point == ';') {
            hint = "It is one expression, not a statement";
            fix = "";
        } else if (point == '&' || point == '|') {
            fix = null;
            hint = "Write AND and OR, or && for overlapping arrays and ranges";
        } else if (point == '!') {
            fix = "NOT ";
            hint = "SQL writes NOT";
        } else if (point == '$' || point == ':') {
            hint = "There are no parameters: write the value itself";
        } else if (point == '\u2018' || point == '\u2019' || point == '`') {
            fix = "'";
            hint = "A string stands between straight quotes '…'";
        }
        throw wrong(at, at + written.length(), "\"" + written + "\" means nothing here", fix, hint);
    }

    private SyntaxException wrong(int start, int end, String message, @Nullable String fix, String... explanation) {
        return new SyntaxException(text, new Span(start, end), message, fix, explanation);
    }
}
