package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ValueRule;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Constraints must be ones that we check, on types that they make sense for: one that is not checked is worse than none. */
final class RuleChecks {
    private static final Set<String> NUMBERS =
            Set.of("short", "int", "long", "float", "double", "java.math.BigDecimal", "java.math.BigInteger");
    private static final Set<String> SIZED =
            Set.of("java.lang.String", "java.util.List", "java.util.Collection", "java.util.Set", "java.util.Map");
    private static final Set<String> MOMENTS = Set.of(
            "java.time.Instant",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.YearMonth");

    private RuleChecks() {}

    static void check(List<ValueRule> rules, JavaType type, String owner, Problems problems) {
        for (ValueRule rule : rules) {
            if (rule instanceof ValueRule.InGroups grouped) {
                check(List.of(grouped.rule()), type, owner, problems);
            } else if (rule instanceof ValueRule.Each each && !type.arguments().isEmpty()) {
                check(List.of(each.rule()), type.arguments().get(0), owner, problems);
            } else if (rule instanceof ValueRule.Unknown unknown) {
                problems.add(
                        Problem.of(
                                        Code.CONSTRAINT_UNKNOWN,
                                        rule.place(),
                                        owner + " is constrained by @" + rule.annotation() + ", which " + unknown.why())
                                .because(
                                        "It would not be checked. Check it in the view, or say it with constraints of jakarta.validation.constraints."));
            } else if (!fits(rule, type.unboxed())) {
                problems.add(Problem.of(
                                Code.CONSTRAINT_TYPE,
                                rule.place(),
                                owner + " is constrained by @" + rule.annotation() + ", which is not for "
                                        + type.display())
                        .because("It is for " + meant(rule) + "."));
            } else if (rule instanceof ValueRule.Matches matches) {
                pattern(matches, owner, problems);
            }
        }
    }

    private static void pattern(ValueRule.Matches matches, String owner, Problems problems) {
        try {
            Pattern.compile(matches.regexp());
        } catch (PatternSyntaxException e) {
            problems.add(Problem.of(
                            Code.CONSTRAINT_TYPE,
                            matches.place(),
                            owner + " must match \"" + matches.regexp() + "\", which is no regular expression")
                    .because(e.getDescription() + " near index " + e.getIndex() + "."));
        }
    }

    private static boolean fits(ValueRule rule, JavaType type) {
        if (rule instanceof ValueRule.Bound) {
            return NUMBERS.contains(type.qualifiedName()) && !type.isArray();
        } else if (rule instanceof ValueRule.Size) {
            return type.isArray() || SIZED.contains(type.qualifiedName());
        } else if (rule instanceof ValueRule.Digits) {
            return type.is("java.math.BigDecimal");
        } else if (rule instanceof ValueRule.Moment) {
            return MOMENTS.contains(type.qualifiedName()) && !type.isArray();
        } else if (rule instanceof ValueRule.Truth) {
            return type.is("boolean");
        }
        return type.is("java.lang.String");
    }

    private static String meant(ValueRule rule) {
        if (rule instanceof ValueRule.Bound) {
            return "numbers";
        } else if (rule instanceof ValueRule.Size) {
            return "String, List, Set, Map and arrays";
        } else if (rule instanceof ValueRule.Digits) {
            return "BigDecimal";
        } else if (rule instanceof ValueRule.Moment) {
            return "dates and times";
        } else if (rule instanceof ValueRule.Truth) {
            return "boolean";
        }
        return "String";
    }
}
