package dev.plectrum.web.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that carry a user's id and an end, signed. They need no table, and for the same reason none can be taken back before its
 * end: keep them short-lived.
 */
public final class SignedTokens {
    private final SecretKeys.Signer signer;
    private final Clock clock;

    /** Tokens signed with these keys. */
    public SignedTokens(SecretKeys keys, Clock clock) {
        signer = keys.signer("bearer token");
        this.clock = clock;
    }

    /** A token for this user that ends after so long. */
    public String issue(String userId, Duration lifetime) {
        long end = clock.instant().plus(lifetime).getEpochSecond();
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(userId.getBytes(StandardCharsets.UTF_8));
        return signer.sign(end + "." + id);
    }

    /** The id of the user whom the token was issued to, or null if it is not ours or has ended. */
    public @Nullable String read(String token) {
        String text = signer.verify(token);
        if (text == null) {
            return null;
        }
        int dot = text.indexOf('.');
        long end = Long.parseLong(text, 0, dot, 10); // signed, so it is as issue() wrote it
        if (clock.instant().getEpochSecond() >= end) {
            return null;
        }
        return new String(Base64.getUrlDecoder().decode(text.substring(dot + 1)), StandardCharsets.UTF_8);
    }
}
