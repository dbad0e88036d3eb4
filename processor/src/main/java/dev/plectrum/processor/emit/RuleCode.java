package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ValueRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes what must hold for values as statements that note what does not. */
final class RuleCode {
    private static final Set<String> WHOLE = Set.of("short", "int", "long");
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final NameAllocator constants;
    private final List<FieldSpec> patterns = new ArrayList<>();

    RuleCode(NameAllocator constants) {
        this.constants = constants;
    }

    /**
     * A value that is looked at.
     *
     * @param name what errors call it
     * @param invalid the method that notes them, {@code in.invalid}
     * @param constant what constants made for it begin with
     */
    record Subject(JavaType java, CodeBlock value, boolean nullable, String name, CodeBlock invalid, String constant) {
        boolean isText() {
            return java.is("java.lang.String");
        }
    }

    /** The constants that the statements need. */
    List<FieldSpec> patterns() {
        return patterns;
    }

    /** Adds the statements for one value. */
    void add(CodeBlock.Builder code, List<ValueRule> rules, Subject subject) {
        rules.forEach(rule -> add(code, rule, subject));
    }

    // for (Integer each : size) {
    //     if (each < 1) {
    private void each(CodeBlock.Builder code, ValueRule.Each each, Subject subject) {
        JavaType element = subject.java().arguments().get(0);
        code.beginControlFlow("for ($T each : $L)", Poet.type(element), subject.value());
        Subject one = new Subject(
                element.unboxed(), CodeBlock.of("each"), false, subject.name(), subject.invalid(), subject.constant());
        add(code, each.rule(), one);
        code.endControlFlow();
    }

    // if (in.isIn(Publishing.class)) {
    private void grouped(CodeBlock.Builder code, ValueRule.InGroups grouped, Subject subject) {
        String reader = subject.invalid().toString();
        CodeBlock condition = grouped.groups().stream()
                .map(group -> CodeBlock.of(
                        "$L.isIn($T.class)", reader.substring(0, reader.indexOf('.')), Poet.className(group)))
                .collect(CodeBlock.joining(" || "));
        code.beginControlFlow("if ($L)", condition);
        add(code, grouped.rule(), subject);
        code.endControlFlow();
    }

    private void add(CodeBlock.Builder code, ValueRule rule, Subject subject) {
        CodeBlock value = subject.value();
        if (rule instanceof ValueRule.Each each) {
            each(code, each, subject);
        } else if (rule instanceof ValueRule.InGroups grouped) {
            grouped(code, grouped, subject);
        } else if (rule instanceof ValueRule.NotBlank) {
            note(code, rule, subject, CodeBlock.of("$L.isBlank()", value), "blank", "must not be blank");
        } else if (rule instanceof ValueRule.Size size) {
            size(code, size, subject);
        } else if (rule instanceof ValueRule.Bound bound) {
            bound(code, bound, subject);
        } else if (rule instanceof ValueRule.Digits digits) {
            digits(code, digits, subject);
        } else if (rule instanceof ValueRule.Matches matches) {
            matches(
                    code,
                    rule,
                    matches.regexp(),
                    matches.flags(),
                    subject,
                    "pattern",
                    "must match " + matches.regexp());
        } else if (rule instanceof ValueRule.Email) {
            matches(code, rule, "[^\\s@]+@[^\\s@]+", List.of(), subject, "email", "must be an e-mail address");
        } else if (rule instanceof ValueRule.Moment moment) {
            moment(code, moment, subject);
        } else if (rule instanceof ValueRule.Truth truth) {
            CodeBlock wrong = truth.value() ? CodeBlock.of("!$L", value) : value;
            note(code, rule, subject, wrong, "choice", "must be " + truth.value());
        }
    }

    private void size(CodeBlock.Builder code, ValueRule.Size size, Subject subject) {
        CodeBlock value = subject.value();
        // Characters as PostgreSQL and JSON Schema count them, which is not by halves of surrogate pairs.
        CodeBlock measure = subject.isText()
                ? CodeBlock.of("$1L.codePointCount(0, $1L.length())", value)
                : CodeBlock.of(subject.java().isArray() ? "$L.length" : "$L.size()", value);
        String unit = subject.isText() ? "character" : "element";
        if (size.min() == 1
                && size.max() == Integer.MAX_VALUE
                && !subject.java().isArray()) {
            note(code, size, subject, CodeBlock.of("$L.isEmpty()", value), "empty", "must not be empty");
        } else if (size.min() > 0) {
            note(
                    code,
                    size,
                    subject,
                    CodeBlock.of("$L < $L", measure, size.min()),
                    "too-short",
                    "must have at least " + counted(size.min(), unit),
                    "min",
                    CodeBlock.of("$L", size.min()));
        }
        if (size.max() < Integer.MAX_VALUE) {
            note(
                    code,
                    size,
                    subject,
                    CodeBlock.of("$L > $L", measure, size.max()),
                    "too-long",
                    "must have at most " + counted(size.max(), unit),
                    "max",
                    CodeBlock.of("$L", size.max()));
        }
    }

    private static String counted(int count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private void bound(CodeBlock.Builder code, ValueRule.Bound bound, Subject subject) {
        String wrong = bound.least() ? bound.inclusive() ? "<" : "<=" : bound.inclusive() ? ">" : ">=";
        String says = bound.least()
                ? bound.inclusive() ? "must be at least " : "must be greater than "
                : bound.inclusive() ? "must be at most " : "must be less than ";
        BigDecimal limit = bound.value();
        note(
                code,
                bound,
                subject,
                CodeBlock.of("$L $L", compared(subject, limit, wrong), wrong + zeroOrLimit(subject, limit, wrong)),
                bound.least() ? "too-small" : "too-large",
                says + limit.toPlainString(),
                bound.least() ? "min" : "max",
                literal(limit));
    }

    /** {@code value.weight()}, {@code value.price().signum()} or {@code value.price().compareTo(new BigDecimal("9.5"))}. */
    private static CodeBlock compared(Subject subject, BigDecimal limit, String operator) {
        JavaType java = subject.java().unboxed();
        if (java.is("java.math.BigDecimal") || java.is("java.math.BigInteger")) {
            if (limit.signum() == 0) {
                return CodeBlock.of("$L.signum()", subject.value());
            }
            Class<?> type = java.is("java.math.BigDecimal") ? BigDecimal.class : BigInteger.class;
            String text = type == BigDecimal.class
                    ? limit.toPlainString()
                    : limit.setScale(0, rounding(operator)).toPlainString();
            return CodeBlock.of("$L.compareTo(new $T($S))", subject.value(), type, text);
        }
        return subject.value();
    }

    private static String zeroOrLimit(Subject subject, BigDecimal limit, String operator) {
        JavaType java = subject.java().unboxed();
        if (!java.isPrimitive()) {
            return " 0";
        }
        return " " + (WHOLE.contains(java.className()) ? whole(limit, operator) : limit.toPlainString());
    }

    /** A bound for whole numbers; one that no {@code long} reaches is the last {@code long}. */
    private static String whole(BigDecimal limit, String operator) {
        BigDecimal reachable = limit.max(LEAST_LONG).min(MOST_LONG);
        BigInteger whole = reachable.setScale(0, rounding(operator)).toBigInteger();
        return whole.bitLength() > 31 ? whole + "L" : whole.toString();
    }

    /** Which whole number a whole number may be compared with instead: less than 1.5 is less than 2. */
    private static RoundingMode rounding(String operator) {
        return operator.equals("<") || operator.equals(">=") ? RoundingMode.CEILING : RoundingMode.FLOOR;
    }

    private static CodeBlock literal(BigDecimal limit) {
        BigDecimal plain = limit.stripTrailingZeros();
        boolean isInt = plain.scale() <= 0 && plain.toBigInteger().bitLength() <= 31;
        return isInt ? CodeBlock.of("$L", plain.toBigInteger()) : CodeBlock.of("$S", limit.toPlainString());
    }

    private void digits(CodeBlock.Builder code, ValueRule.Digits digits, Subject subject) {
        CodeBlock value = subject.value();
        note(
                code,
                digits,
                subject,
                CodeBlock.of(
                        // Behind "x != null &&" it needs parentheses.
                        subject.nullable()
                                ? "($1L.precision() - $1L.scale() > $2L || $1L.scale() > $3L)"
                                : "$1L.precision() - $1L.scale() > $2L || $1L.scale() > $3L",
                        value,
                        digits.integer(),
                        digits.fraction()),
                "too-many-digits",
                "must have at most " + counted(digits.integer(), "digit") + " before the point and " + digits.fraction()
                        + " after it",
                CodeBlock.of(
                        ", $T.of($S, $L, $S, $L)",
                        Map.class,
                        "integer",
                        digits.integer(),
                        "fraction",
                        digits.fraction()));
    }

    private void matches(
            CodeBlock.Builder code,
            ValueRule rule,
            String regexp,
            List<String> flags,
            Subject subject,
            String word,
            String says) {
        String name = constants.newName(subject.constant() + "_PATTERN");
        CodeBlock options = flags.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ", $L",
                        flags.stream()
                                .map(flag -> CodeBlock.of("$T.$L", Pattern.class, flag))
                                .collect(CodeBlock.joining(" | ")));
        patterns.add(
                FieldSpec.builder(TypeName.get(Pattern.class), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.compile($S$L)", Pattern.class, regexp, options)
                        .build());
        CodeBlock wrong = CodeBlock.of("!$L.matcher($L).matches()", name, subject.value());
        note(code, rule, subject, wrong, word, says);
    }

    private void moment(CodeBlock.Builder code, ValueRule.Moment moment, Subject subject) {
        // "Not before now" includes now, which @Past refuses; "after now" does not, which @PastOrPresent allows.
        String method = moment.past() == moment.orPresent() ? "isAfter" : "isBefore";
        CodeBlock wrong = CodeBlock.of(
                "$L$L.$L($T.now())",
                moment.orPresent() ? "" : "!",
                subject.value(),
                method,
                Poet.className(subject.java()));
        String says = "must be in the " + (moment.past() ? "past" : "future") + (moment.orPresent() ? ", or now" : "");
        note(code, moment, subject, wrong, moment.past() ? "not-past" : "not-future", says);
    }

    private static void note(
            CodeBlock.Builder code, ValueRule rule, Subject subject, CodeBlock wrong, String word, String says) {
        note(code, rule, subject, wrong, word, says, CodeBlock.of(""));
    }

    // if (value.weight() < 1) {
    //     in.invalid("weight", "too-small", "must be at least 1", Map.of("min", 1));
    // }
    private static void note(
            CodeBlock.Builder code,
            ValueRule rule,
            Subject subject,
            CodeBlock wrong,
            String word,
            String says,
            String key,
            CodeBlock limit) {
        note(code, rule, subject, wrong, word, says, CodeBlock.of(", $T.of($S, $L)", Map.class, key, limit));
    }

    private static void note(
            CodeBlock.Builder code,
            ValueRule rule,
            Subject subject,
            CodeBlock wrong,
            String word,
            String says,
            CodeBlock values) {
        CodeBlock condition = subject.nullable() && !subject.java().isPrimitive()
                ? CodeBlock.of("$L != null && $L", subject.value(), wrong)
                : wrong;
        code.beginControlFlow("if ($L)", condition)
                .addStatement(
                        "$L($S, $S, $S$L)",
                        subject.invalid(),
                        subject.name(),
                        word,
                        rule.message().isEmpty() ? says : rule.message(),
                        values)
                .endControlFlow();
    }
}
