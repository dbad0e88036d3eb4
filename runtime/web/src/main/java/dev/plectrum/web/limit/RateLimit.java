package dev.plectrum.web.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often somebody may ask: a bucket holds {@code burst} tokens and is refilled with {@code permits} in every period.
 *
 * @param permits how many requests in a period
 * @param per the period
 * @param burst how many at once
 * @param by who shares a bucket
 */
public record RateLimit(int permits, Duration per, int burst, By by) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,5})?(s|min|h|d)");

    /** Who shares a bucket. */
    public enum By {
        /** The network address. */
        ADDRESS,
        /** The logged-in user; the address of those who are not. */
        USER,
        /** Everybody together. */
        EVERYBODY
    }

    /** Refuses limits that let nobody through. */
    public RateLimit {
        if (permits < 1 || burst < 1 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException("A rate limit lets at least one request through in a period");
        }
    }

    /** {@code "100/min"}, {@code "5/10s"}: the units are s, min, h and d. As many at once as in a period. */
    public static RateLimit of(String text, By by) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A rate limit looks like \"100/min\", not \"" + text + "\"");
        }
        int permits = Integer.parseInt(matcher.group(1));
        long count = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
        Duration per =
                switch (matcher.group(3)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "min" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
        return new RateLimit(permits, per, permits, by);
    }

    /** The same with another number at once. */
    public RateLimit burst(int burst) {
        return new RateLimit(permits, per, burst, by);
    }

    /** How many tokens a bucket gets in a nanosecond. */
    double tokensPerNano() {
        return permits / (double) per.toNanos();
    }
}
