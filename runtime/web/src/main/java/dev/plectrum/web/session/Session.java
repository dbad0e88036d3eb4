package dev.plectrum.web.session;

import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.security.Csrf;
import dev.plectrum.web.security.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application remembers of a browser between requests. Nothing is kept, and no cookie set, until something is put into
 * it. Changes are saved before the answer is sent.
 */
public final class Session {
    private final Map<String, String> values;
    private @Nullable String userId;
    private @Nullable String csrfSecret;
    private Instant createdAt;
    private final Instant usedAt;
    private final boolean wasStored;
    private boolean changed;
    private boolean renewed;
    private boolean ended;

    private Session(
            Map<String, String> values,
            @Nullable String userId,
            @Nullable String csrfSecret,
            Instant createdAt,
            Instant usedAt,
            boolean wasStored) {
        this.values = values;
        this.userId = userId;
        this.csrfSecret = csrfSecret;
        this.createdAt = createdAt;
        this.usedAt = usedAt;
        this.wasStored = wasStored;
    }

    /** A name for a value of a session, with its type. */
    public record Key<T>(String name, TextType<T> type) {
        /** A text. */
        public static Key<String> text(String name) {
            return new Key<>(name, TextTypes.STRING);
        }

        /** A value of a type that has a text. */
        public static <T> Key<T> of(String name, TextType<T> type) {
            return new Key<>(name, type);
        }
    }

    /** One that nothing is known of yet. */
    public static Session begin(Instant now) {
        return new Session(new HashMap<>(), null, null, now, now, false);
    }

    /** One that was kept. */
    public static Session resume(SessionData data) {
        return new Session(
                new HashMap<>(data.values()), data.userId(), data.csrfSecret(), data.createdAt(), data.usedAt(), true);
    }

    /** The value of this name, or null. */
    public <T> @Nullable T get(Key<T> key) {
        String text = values.get(key.name);
        return text == null ? null : key.type.read(text);
    }

    /** Remembers a value. */
    public <T> void put(Key<T> key, T value) {
        String text = key.type.write(value);
        changed |= !text.equals(values.put(key.name, text));
    }

    /** Forgets a value. */
    public void remove(Key<?> key) {
        changed |= values.remove(key.name) != null;
    }

    /** The id of the user who is logged in, or null. */
    public @Nullable String userId() {
        return userId;
    }

    /**
     * Logs a user in. The session gets a new token and a new CSRF secret: whoever planted the old ones in this browser gains
     * nothing. What it remembers stays, unless another user was logged in before.
     */
    public void logIn(User user, Instant now) {
        if (userId != null && !userId.equals(user.id())) {
            values.clear();
        }
        userId = user.id();
        csrfSecret = Csrf.newSecret();
        createdAt = now;
        changed = true;
        renewed = true;
        ended = false;
    }

    /** Gives the session a new token: after any change of what its user may do. */
    public void renew() {
        csrfSecret = Csrf.newSecret();
        changed = true;
        renewed = true;
    }

    /** Forgets everything, the user included. */
    public void end() {
        values.clear();
        userId = null;
        csrfSecret = null;
        changed = true;
        ended = true;
    }

    /** What CSRF tokens of this session are made of; made now if there was none. */
    public String csrfSecret() {
        String secret = csrfSecret;
        if (secret == null) {
            secret = csrfSecret = Csrf.newSecret();
            changed = true;
            ended = false;
        }
        return secret;
    }

    /** What CSRF tokens of this session are made of, or null if none was asked for yet. */
    public @Nullable String csrfSecretIfAny() {
        return csrfSecret;
    }

    /** Whether there is something to save. */
    public boolean isChanged() {
        return changed;
    }

    /** Whether it needs a new token. */
    public boolean isRenewed() {
        return renewed;
    }

    /** Whether it was ended and not begun again. */
    public boolean isEnded() {
        return ended;
    }

    /** Whether it came out of a store. */
    public boolean wasStored() {
        return wasStored;
    }

    /** When it began, or its user logged in. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was seen last, give or take a minute. */
    public Instant usedAt() {
        return usedAt;
    }

    /** What a store keeps of it. */
    public SessionData data(Instant now) {
        return new SessionData(userId, values, csrfSecret, createdAt, now);
    }

    @Override
    public String toString() {
        return userId == null ? "anonymous session" : "session of " + userId;
    }
}
