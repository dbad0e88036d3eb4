package dev.plectrum.web.session;

import dev.plectrum.web.Cookie;
import java.time.Duration;

/**
 * How sessions live.
 *
 * @param cookie the cookie's name; over HTTPS it gets the prefix {@code __Host-}, which browsers take from this very host only
 * @param idle how long an unused one stays good
 * @param absolute how long any stays good, used or not
 * @param sameSite whether requests that another site caused carry it
 */
public record SessionOptions(String cookie, Duration idle, Duration absolute, Cookie.SameSite sameSite) {
    /** {@code session}: two weeks unused, ninety days in all, {@code Lax}. */
    public static final SessionOptions DEFAULT =
            new SessionOptions("session", Duration.ofDays(14), Duration.ofDays(90), Cookie.SameSite.LAX);
}
