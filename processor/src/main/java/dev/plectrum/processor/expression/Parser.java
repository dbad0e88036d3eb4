package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads tokens into {@link Syntax} by operator precedence: an operand, then every operator that binds tighter than the one to
 * the left. Keywords are words in their place: where an operand must come, {@code end} is the field of that name.
 */
final class Parser {
    private static final Map<String, Precedence> BINARY = Map.ofEntries(
            Map.entry("=", Precedence.COMPARISON),
            Map.entry("<>", Precedence.COMPARISON),
            Map.entry("!=", Precedence.COMPARISON),
            Map.entry("<", Precedence.COMPARISON),
            Map.entry("<=", Precedence.COMPARISON),
            Map.entry(">", Precedence.COMPARISON),
            Map.entry(">=", Precedence.COMPARISON),
            Map.entry("+", Precedence.ADDITIVE),
            Map.entry("-", Precedence.ADDITIVE),
            Map.entry("*", Precedence.MULTIPLICATIVE),
            Map.entry("/", Precedence.MULTIPLICATIVE),
            Map.entry("%", Precedence.MULTIPLICATIVE),
            Map.entry("^", Precedence.POWER));

    private static final Set<String> OTHER = Set.of(
            "||", "->", "->>", "#>", "#>>", "@>", "<@", "&&", "~", "~*", "!~", "!~*", "?", "?|", "?&", "<<", ">>",
            "-|-");

    private static final Set<String> TYPES_BEFORE_STRINGS = Set.of(
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "interval",
            "uuid",
            "inet",
            "jsonb",
            "bytea",
            "numeric",
            "text");

    /** Deeper and longer than anyone writes, and small enough for the stack of every walk that follows. */
    private static final int DEEPEST = 200;

    private static final int LONGEST = 2_000;

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    /** Whether what is read stands between BETWEEN and AND, outside any parentheses. */
    private boolean lowerBound;

    private Parser(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Syntax parse(String text) throws SyntaxException {
        Parser parser = new Parser(text, Lexer.tokens(text));
        if (parser.peek().kind() == Token.Kind.END) {
            throw new SyntaxException(text, new Span(0, text.length()), "The expression is empty", null);
        }
        if (parser.tokens.size() > LONGEST) {
            throw new SyntaxException(
                    text,
                    parser.tokens.get(LONGEST).span(),
                    "The expression is longer than " + LONGEST + " words",
                    null,
                    "Split it, or compute part of it in Java");
        }
        Syntax all = parser.expression(Precedence.LOWEST);
        if (parser.peek().kind() != Token.Kind.END) {
            Token found = parser.peek();
            throw found.isWord("COLLATE")
                    ? parser.unexpected(
                            found, "an operator or the end", "Give the field its collation: @Column(collation = \"…\")")
                    : parser.unexpected(found, "an operator or the end");
        }
        return all;
    }

    /** An operand and all operators to its right that bind tighter than this. */
    private Syntax expression(Precedence outer) throws SyntaxException {
        if (++depth > DEEPEST) {
            throw new SyntaxException(
                    text,
                    peek().span(),
                    "The expression nests too deeply",
                    null,
                    "Split it, or compute part of it in Java");
        }
        boolean around = lowerBound;
        lowerBound &= outer != Precedence.LOWEST;
        Syntax left = operand();
        Precedence nonAssociative = Precedence.LOWEST;
        while (true) {
            Precedence here = precedenceOfNext();
            if (!outer.looserThan(here)) {
                depth--;
                lowerBound = around;
                return left;
            }
            if (here == nonAssociative) {
                rejectJavaOperators(left);
                throw unexpected(peek(), "AND or OR", "Comparisons do not chain: write a < b AND b < c");
            }
            left = infix(left, here);
            // IS NULL and IN (…) end by themselves; IS DISTINCT FROM has an operand to its right, as comparisons have.
            boolean once =
                    (here == Precedence.COMPARISON || here == Precedence.MATCH || left instanceof Syntax.IsDistinct)
                            && !(left instanceof Syntax.In);
            nonAssociative = once ? here : Precedence.LOWEST;
        }
    }

    /** {@code a > 1 && b > 2} reads as a chain of comparisons around {@code 1 && b}; say what was meant instead. */
    private void rejectJavaOperators(Syntax left) throws SyntaxException {
        if (left instanceof Syntax.Binary comparison && comparison.right() instanceof Syntax.Binary middle) {
            String operator = middle.operator();
            if (operator.equals("&&") || operator.equals("||")) {
                boolean and = operator.equals("&&");
                throw new SyntaxException(
                        text,
                        middle.operatorSpan(),
                        "\"" + operator + "\" does not join conditions",
                        and ? "AND" : "OR",
                        and
                                ? "SQL writes AND; && asks whether arrays or ranges overlap"
                                : "SQL writes OR; || joins texts");
            }
        }
    }

    /** How tightly the operator binds that comes next; LOWEST if none does. */
    private Precedence precedenceOfNext() {
        Token token = peek();
        if (token.kind() == Token.Kind.SYMBOL) {
            if (OTHER.contains(token.text())) {
                return Precedence.OTHER;
            }
            if (token.isSymbol("::")) {
                return Precedence.CAST;
            }
            if (token.isSymbol("[")) {
                return Precedence.SUBSCRIPT;
            }
            return BINARY.getOrDefault(token.text(), Precedence.LOWEST);
        }
        if (token.kind() != Token.Kind.WORD) {
            return Precedence.LOWEST;
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "OR" -> Precedence.OR;
            case "AND" -> Precedence.AND;
            case "IS", "ISNULL", "NOTNULL" -> Precedence.IS;
            case "NOT", "BETWEEN", "IN", "LIKE", "ILIKE" -> Precedence.MATCH;
            case "AT" -> Precedence.AT_TIME_ZONE;
            default -> Precedence.LOWEST;
        };
    }

    /** How tightly an operator between two operands binds, other than AND and OR. */
    static Precedence precedenceOf(String symbol) {
        return BINARY.getOrDefault(symbol, Precedence.OTHER);
    }

    private Syntax infix(Syntax left, Precedence precedence) throws SyntaxException {
        Token operator = take();
        return switch (precedence) {
            case CAST -> {
                Syntax.TypeName type = typeName();
                yield new Syntax.Cast(left, type, left.span().to(type.span()));
            }
            case SUBSCRIPT -> {
                Syntax index = expression(Precedence.LOWEST);
                yield new Syntax.Subscript(
                        left, index, left.span().to(expectSymbol("]").span()));
            }
            case IS -> is(left, operator);
            case MATCH -> match(left, operator);
            case AT_TIME_ZONE -> {
                onlyInParenthesesAsLowerBound(operator, "AT TIME ZONE");
                expectWord("TIME");
                expectWord("ZONE");
                Syntax zone = expression(Precedence.AT_TIME_ZONE);
                yield new Syntax.AtTimeZone(left, zone, left.span().to(zone.span()));
            }
            default -> {
                String name = operator.isSymbol("!=") ? "<>" : operator.text().toUpperCase(Locale.ROOT);
                yield new Syntax.Binary(name, operator.span(), left, expression(precedence));
            }
        };
    }

    private Syntax is(Syntax left, Token operator) throws SyntaxException {
        if (operator.isWord("ISNULL") || operator.isWord("NOTNULL")) {
            return new Syntax.Is(
                    left,
                    operator.isWord("NOTNULL"),
                    Syntax.IsWhat.NULL,
                    left.span().to(operator.span()));
        }
        boolean not = acceptWord("NOT");
        if (acceptWord("DISTINCT")) {
            expectWord("FROM");
            Syntax right = expression(Precedence.IS);
            return new Syntax.IsDistinct(left, right, not, left.span().to(right.span()));
        }
        Token word = take();
        for (Syntax.IsWhat what : Syntax.IsWhat.values()) {
            if (word.isWord(what.name())) {
                return new Syntax.Is(left, not, what, left.span().to(word.span()));
            }
        }
        throw unexpected(word, "NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM", "IS compares with nothing else: use =");
    }

    private Syntax match(Syntax left, Token first) throws SyntaxException {
        boolean not = first.isWord("NOT");
        Token operator = not ? take() : first;
        if (operator.isWord("BETWEEN")) {
            boolean around = lowerBound;
            lowerBound = true;
            Syntax low = expression(Precedence.MATCH);
            lowerBound = around;
            expectWord("AND");
            Syntax high = expression(Precedence.MATCH);
            return new Syntax.Between(left, low, high, not, left.span().to(high.span()));
        }
        if (operator.isWord("IN")) {
            expectSymbol("(");
            List<Syntax> items = list(")");
            if (items.isEmpty()) {
                throw unexpected(previous(), "a value", "IN () is not SQL: an empty list matches nothing");
            }
            return new Syntax.In(left, items, not, left.span().to(previous().span()));
        }
        if (operator.isWord("LIKE") || operator.isWord("ILIKE")) {
            Syntax pattern = expression(Precedence.MATCH);
            return new Syntax.Like(
                    left, pattern, not, operator.isWord("ILIKE"), left.span().to(pattern.span()));
        }
        throw unexpected(operator, "BETWEEN, IN, LIKE or ILIKE");
    }

    /** PostgreSQL's grammar leaves these out between BETWEEN and its AND, where they would have to end before that AND. */
    private void onlyInParenthesesAsLowerBound(Token word, String operator) throws SyntaxException {
        if (lowerBound) {
            throw new SyntaxException(
                    text, word.span(), operator + " stands between BETWEEN and AND only in parentheses", null);
        }
    }

    private Syntax operand() throws SyntaxException {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Syntax.Numeral(token.text(), token.span());
            case STRING -> new Syntax.Text(token.text(), token.span());
            case QUOTED_WORD -> name(token);
            case WORD -> word(token);
            case SYMBOL -> prefixed(token);
            case END -> throw unexpected(token, "a field, a literal or a function");
        };
    }

    private Syntax prefixed(Token symbol) throws SyntaxException {
        if (symbol.isSymbol("(")) {
            Syntax inner = expression(Precedence.LOWEST);
            return new Syntax.Group(inner, symbol.span().to(expectSymbol(")").span()));
        }
        if (symbol.isSymbol("-")) {
            Syntax operand = expression(Precedence.SIGN);
            return new Syntax.Negated(operand, symbol.span().to(operand.span()));
        }
        if (symbol.isSymbol("+")) {
            return expression(Precedence.SIGN);
        }
        throw unexpected(symbol, "a field, a literal or a function");
    }

    private Syntax word(Token word) throws SyntaxException {
        boolean called = peek().isSymbol("(");
        if (word.isWord("NOT") && !endsOperand(peek())) {
            onlyInParenthesesAsLowerBound(word, "NOT");
            Syntax operand = expression(Precedence.AND);
            return new Syntax.Not(operand, word.span().to(operand.span()));
        }
        if (word.isWord("SELECT") && !endsOperand(peek())) {
            throw new SyntaxException(
                    text,
                    word.span(),
                    "An expression cannot query",
                    null,
                    "It sees the fields of its own row, no other");
        }
        if (word.isWord("TRUE") || word.isWord("FALSE")) {
            return new Syntax.Bool(word.isWord("TRUE"), word.span());
        }
        if (word.isWord("NULL")) {
            return new Syntax.Null(word.span());
        }
        if (word.isWord("CASE") && !endsOperand(peek())) {
            return caseOf(word);
        }
        if (word.isWord("CAST") && called) {
            take();
            Syntax operand = expression(Precedence.LOWEST);
            expectWord("AS");
            Syntax.TypeName type = typeName();
            return new Syntax.Cast(
                    operand, type, word.span().to(expectSymbol(")").span()));
        }
        if (word.isWord("ARRAY") && peek().isSymbol("[")) {
            take();
            List<Syntax> elements = list("]");
            return new Syntax.ArrayOf(elements, word.span().to(previous().span()));
        }
        if (called) {
            return call(word);
        }
        if (peek().kind() == Token.Kind.STRING
                && TYPES_BEFORE_STRINGS.contains(word.text().toLowerCase(Locale.ROOT))) {
            Token value = take();
            return new Syntax.TypedText(
                    new Syntax.TypeName(word.text(), word.span()),
                    value.text(),
                    word.span().to(value.span()));
        }
        return name(word);
    }

    /** Whether a word before this token can only have been an operand: {@code not = 1} is about a field called not. */
    private static boolean endsOperand(Token token) {
        return token.kind() == Token.Kind.END
                || Stream.of("AND", "OR", "IS", "THEN", "ELSE").anyMatch(token::isWord)
                || (token.kind() == Token.Kind.SYMBOL && !Set.of("(", "-", "+").contains(token.text()));
    }

    private Syntax name(Token first) throws SyntaxException {
        StringBuilder name = new StringBuilder(first.text());
        Span span = first.span();
        while (peek().isSymbol(".")) {
            take();
            Token part = take();
            if (part.kind() != Token.Kind.WORD && part.kind() != Token.Kind.QUOTED_WORD) {
                throw unexpected(part, "the name of a field");
            }
            name.append('.').append(part.text());
            span = span.to(part.span());
        }
        return new Syntax.Name(name.toString(), span);
    }

    private Syntax call(Token name) throws SyntaxException {
        take();
        String lower = name.text().toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "extract" -> extract(name);
            case "trim" -> trim(name);
            case "position" -> position(name);
            case "substring" -> substring(name);
            default -> {
                // count(*) is refused for what it is, not for its star.
                if (lower.equals("count") && peek().isSymbol("*")) {
                    take();
                }
                List<Syntax> arguments = list(")");
                yield new Syntax.Call(
                        lower, name.span(), arguments, name.span().to(previous().span()));
            }
        };
    }

    private Syntax extract(Token name) throws SyntaxException {
        Token part = take();
        if (part.kind() != Token.Kind.WORD && part.kind() != Token.Kind.STRING) {
            throw unexpected(part, "a part such as YEAR");
        }
        expectWord("FROM");
        Syntax source = expression(Precedence.LOWEST);
        Span span = name.span().to(expectSymbol(")").span());
        return new Syntax.Extract(part.text().toLowerCase(Locale.ROOT), part.span(), source, span);
    }

    /** {@code trim(both 'x' from name)} is {@code btrim(name, 'x')}. */
    private Syntax trim(Token name) throws SyntaxException {
        String function = "btrim";
        if (peek().isWord("BOTH") || peek().isWord("LEADING") || peek().isWord("TRAILING")) {
            function = peek().isWord("BOTH") ? "btrim" : peek().isWord("LEADING") ? "ltrim" : "rtrim";
            take();
        }
        List<Syntax> arguments = new ArrayList<>();
        if (!peek().isWord("FROM")) {
            arguments.add(expression(Precedence.LOWEST));
        }
        if (acceptWord("FROM")) {
            arguments.add(0, expression(Precedence.LOWEST));
        } else if (peek().isSymbol(",")) {
            take();
            arguments.add(expression(Precedence.LOWEST));
        }
        return new Syntax.Call(
                function,
                name.span(),
                arguments,
                name.span().to(expectSymbol(")").span()));
    }

    /** {@code position('x' in name)} is {@code strpos(name, 'x')}. */
    private Syntax position(Token name) throws SyntaxException {
        Syntax part = expression(Precedence.MATCH);
        expectWord("IN");
        Syntax whole = expression(Precedence.MATCH);
        return new Syntax.Call(
                "strpos",
                name.span(),
                List.of(whole, part),
                name.span().to(expectSymbol(")").span()));
    }

    /** {@code substring(name from 2 for 3)} is {@code substr(name, 2, 3)}. */
    private Syntax substring(Token name) throws SyntaxException {
        List<Syntax> arguments = new ArrayList<>(List.of(expression(Precedence.LOWEST)));
        if (acceptWord("FROM")) {
            arguments.add(expression(Precedence.LOWEST));
            if (acceptWord("FOR")) {
                arguments.add(expression(Precedence.LOWEST));
            }
        } else if (peek().isSymbol(",")) {
            take();
            arguments.addAll(list(")"));
            return new Syntax.Call(
                    "substring",
                    name.span(),
                    arguments,
                    name.span().to(previous().span()));
        }
        return new Syntax.Call(
                "substring",
                name.span(),
                arguments,
                name.span().to(expectSymbol(")").span()));
    }

    private Syntax caseOf(Token word) throws SyntaxException {
        Syntax operand = peek().isWord("WHEN") ? null : expression(Precedence.LOWEST);
        List<Syntax.When> whens = new ArrayList<>();
        while (acceptWord("WHEN")) {
            Syntax condition = expression(Precedence.LOWEST);
            expectWord("THEN");
            whens.add(new Syntax.When(condition, expression(Precedence.LOWEST)));
        }
        if (whens.isEmpty()) {
            throw unexpected(peek(), "WHEN");
        }
        Syntax otherwise = acceptWord("ELSE") ? expression(Precedence.LOWEST) : null;
        return new Syntax.Case(
                operand, whens, otherwise, word.span().to(expectWord("END").span()));
    }

    /** What stands between commas, and the closing symbol. */
    private List<Syntax> list(String closing) throws SyntaxException {
        List<Syntax> items = new ArrayList<>();
        if (peek().isSymbol(closing)) {
            take();
            return items;
        }
        if (peek().isSymbol("*")) {
            throw unexpected(peek(), "a value");
        }
        do {
            items.add(expression(Precedence.LOWEST));
        } while (accept(","));
        expectSymbol(closing);
        return items;
    }

    /** A type: words, modifiers in parentheses, brackets of an array. */
    private Syntax.TypeName typeName() throws SyntaxException {
        Token first = take();
        if (first.kind() != Token.Kind.WORD) {
            throw unexpected(first, "the name of a type");
        }
        Span span = first.span();
        String lower = first.text().toLowerCase(Locale.ROOT);
        boolean twoWords = (lower.equals("double") && peek().isWord("PRECISION"))
                || (lower.equals("character") && peek().isWord("VARYING"));
        if (twoWords) {
            span = span.to(take().span());
        }
        if (peek().isSymbol("(")) {
            while (!peek().isSymbol(")") && peek().kind() != Token.Kind.END) {
                take();
            }
            span = span.to(expectSymbol(")").span());
        }
        if (lower.startsWith("time") && (peek().isWord("WITH") || peek().isWord("WITHOUT"))) {
            take();
            expectWord("TIME");
            span = span.to(expectWord("ZONE").span());
        }
        if (peek().isSymbol("[")
                && next + 1 < tokens.size()
                && tokens.get(next + 1).isSymbol("]")) {
            take();
            span = span.to(take().span());
        }
        return new Syntax.TypeName(text.substring(span.start(), span.end()), span);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token previous() {
        return tokens.get(next - 1);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String symbol) {
        if (peek().isSymbol(symbol)) {
            take();
            return true;
        }
        return false;
    }

    private boolean acceptWord(String keyword) {
        if (peek().isWord(keyword)) {
            take();
            return true;
        }
        return false;
    }

    private Token expectSymbol(String symbol) throws SyntaxException {
        Token token = take();
        if (!token.isSymbol(symbol)) {
            throw unexpected(token, "\"" + symbol + "\"");
        }
        return token;
    }

    private Token expectWord(String keyword) throws SyntaxException {
        Token token = take();
        if (!token.isWord(keyword)) {
            throw unexpected(token, keyword);
        }
        return token;
    }

    private SyntaxException unexpected(Token token, String expected, String... explanation) {
        String message = token.kind() == Token.Kind.END
                ? "The expression ends where " + expected + " should come"
                : "Found " + token + " where " + expected + " should come";
        return new SyntaxException(text, token.span(), message, null, explanation);
    }
}
