package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.ValueRule;
import java.util.List;

/**
 * Says of a decimal, which travels as a string, what a pattern can say: how many digits, and which sign. Other bounds are in
 * {@code x-minimum} and {@code x-maximum}, which people read and validators do not.
 */
final class DecimalPattern {
    private DecimalPattern() {}

    static void addTo(JsonTree schema, List<ValueRule> rules, boolean fraction) {
        String whole = "[0-9]+";
        String point = fraction ? "(\\.[0-9]+)?" : "";
        String sign = "-?";
        String ahead = "";
        for (ValueRule rule : rules) {
            if (rule instanceof ValueRule.Digits digits) {
                whole = digits.integer() == 0 ? "0" : "[0-9]{1," + digits.integer() + "}";
                point = digits.fraction() == 0 ? "" : "(\\.[0-9]{1," + digits.fraction() + "})?";
            } else if (rule instanceof ValueRule.Bound bound) {
                if (bound.value().signum() != 0) {
                    String side = bound.least() ? "inimum" : "aximum";
                    schema.put("x-" + (bound.inclusive() ? "m" : "exclusiveM") + side, bound.value());
                } else if (!bound.inclusive()) {
                    // Some digit other than 0.
                    ahead = "(?=.*[1-9])";
                }
                if (bound.least() && bound.value().signum() >= 0) {
                    sign = "";
                } else if (!bound.least() && bound.value().signum() <= 0) {
                    sign = bound.inclusive() && bound.value().signum() == 0 ? "(?:-|(?=[0.]+$))" : "-";
                }
            }
        }
        schema.put("pattern", "^" + ahead + sign + whole + point + "$");
    }
}
