package dev.plectrum.orm.exec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of statements that lanes have ended, because their neighbours waited for them. Each is spared the lanes for a while: for a second
 * when it waited for a lock or was slow for once, as any statement is while the machine stands still; for longer each time it is slow again.
 */
final class SlowShapes {
    private static final int REMEMBERED = 1_000;
    private static final int TIMES_LONGER = 4;

    /** How long a text was last spared, and until which tick. */
    private record Spared(int pause, int until) {}

    private final Map<String, Spared> texts = new ConcurrentHashMap<>();
    private final int second;
    private final int minute;

    /**
     * None yet.
     *
     * @param second how many ticks are a second: the shortest pause
     * @param minute how many ticks are a minute: the longest pause, and how long a text is remembered after one
     */
    SlowShapes(int second, int minute) {
        this.second = second;
        this.minute = minute;
    }

    /** Whether statements of this text are to keep off the lanes. */
    boolean contains(String text, int tick) {
        if (texts.isEmpty()) {
            return false;
        }
        Spared spared = texts.get(text);
        return spared != null && tick - spared.until <= 0;
    }

    /** One of this text waited for a lock: that of another row need not. */
    void contended(String text, int tick) {
        Spared before = texts.get(text);
        spare(text, before, before == null ? second : before.pause, tick + second, tick);
    }

    /** One of this text was slow. Others of it that were on a lane at the same time tell nothing new. */
    void slow(String text, int tick) {
        Spared before = texts.get(text);
        int pause = before == null ? second : Math.min(before.pause * TIMES_LONGER, minute);
        spare(text, before, pause, tick + pause, tick);
    }

    private void spare(String text, @Nullable Spared before, int pause, int until, int tick) {
        boolean isNew = before == null ? texts.size() < REMEMBERED : tick - before.until > 0;
        if (isNew) {
            texts.put(text, new Spared(pause, until));
        }
    }

    /** Forgets those that were good for a minute. */
    void advance(int tick) {
        texts.values().removeIf(spared -> tick - spared.until > minute);
    }
}
