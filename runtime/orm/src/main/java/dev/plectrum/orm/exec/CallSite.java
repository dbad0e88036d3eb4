package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.DatabaseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the line of the user's code that is asking. It walks the stack, which is for development mode only. */
final class CallSite {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final Set<String> OURS = Set.of(
            "dev.plectrum.orm",
            "dev.plectrum.orm.error",
            "dev.plectrum.orm.evaluate",
            "dev.plectrum.orm.exec",
            "dev.plectrum.orm.plan",
            "dev.plectrum.orm.query",
            "dev.plectrum.orm.schema",
            "dev.plectrum.orm.sql",
            "dev.plectrum.orm.type");

    private CallSite() {}

    /** The line; null where nobody of the user's waits on the stack, as when one row's handler asks for all the others. */
    static @Nullable StackTraceElement find() {
        return STACK.walk(frames -> frames.filter(CallSite::isUsers)
                .findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(null));
    }

    private static boolean isUsers(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return !name.startsWith("java.")
                && !name.startsWith("jdk.")
                && !name.startsWith("io.vertx.")
                && !name.startsWith("io.netty.")
                && !OURS.contains(frame.getDeclaringClass().getPackageName())
                && !isGenerated(frame.getDeclaringClass());
    }

    /** A generated query set stands in the user's package, and only passes on what he asks. */
    private static boolean isGenerated(Class<?> type) {
        Class<?> above = type.getSuperclass();
        return above != null && above.getName().equals("dev.plectrum.orm.QuerySet");
    }

    /** Shows the line in a failure that the caller's own code, such as a decoder of rows, has thrown on an event loop. */
    static void show(Throwable failure, StackTraceElement site) {
        StackTraceElement[] stack = failure.getStackTrace();
        if (failure instanceof DatabaseException || (stack.length > 0 && stack[0].equals(site))) {
            return;
        }
        StackTraceElement[] shown = new StackTraceElement[stack.length + 1];
        shown[0] = site;
        System.arraycopy(stack, 0, shown, 1, stack.length);
        failure.setStackTrace(shown);
    }
}
