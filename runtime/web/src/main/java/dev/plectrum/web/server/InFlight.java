package dev.plectrum.web.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of one event loop that have no answer yet, chained through themselves: coming and going allocate nothing. */
final class InFlight {
    private @Nullable Exchange first;
    private @Nullable Exchange last;
    private int count;

    void add(Exchange x) {
        x.listed = true;
        x.previous = last;
        if (last == null) {
            first = x;
        } else {
            last.next = x;
        }
        last = x;
        count++;
    }

    void remove(Exchange x) {
        if (!x.listed) {
            return;
        }
        x.listed = false;
        if (x.previous == null) {
            first = x.next;
        } else {
            x.previous.next = x.next;
        }
        if (x.next == null) {
            last = x.previous;
        } else {
            x.next.previous = x.previous;
        }
        x.previous = null;
        x.next = null;
        count--;
    }

    int count() {
        return count;
    }

    /** Those whose time was up at this reading of the clock. */
    List<Exchange> late(long nanos) {
        List<Exchange> late = new ArrayList<>(0);
        for (Exchange x = first; x != null; x = x.next) {
            if (nanos - x.deadlineNanos >= 0) {
                late.add(x);
            }
        }
        return late;
    }
}
