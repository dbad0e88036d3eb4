package dev.plectrum.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Linux says of a process in {@code /proc/PID/stat}, or of a thread in {@code /proc/PID/task/TID/stat}.
 *
 * @param pid its number
 * @param parent its parent's number; for a thread that of its process's parent
 * @param name its name, as the kernel cuts it
 * @param ownTicks CPU it used, in user and system mode together
 * @param reapedTicks CPU that children used which have ended since
 */
public record ProcStat(long pid, long parent, String name, long ownTicks, long reapedTicks) {
    /** USER_HZ is 100 on every architecture that Linux exports it for, whatever the kernel's own tick is. */
    private static final double NANOS_PER_TICK = 10_000_000;

    private static final Path PROC = Path.of("/proc");

    /** The process with this number, or nothing if it is gone or this is not Linux. */
    public static Optional<ProcStat> of(long pid) {
        return in(PROC.resolve(Long.toString(pid)));
    }

    /** Every process that can be seen. Empty where there is no {@code /proc}. */
    public static List<ProcStat> all() {
        return each(PROC);
    }

    /** The threads of a process, each with a number and a name of its own. Empty if it is gone. */
    public static List<ProcStat> threads(long pid) {
        return each(PROC.resolve(pid + "/task"));
    }

    private static Optional<ProcStat> in(Path folder) {
        try {
            return Optional.of(parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<ProcStat> each(Path folder) {
        List<ProcStat> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path entry : entries) {
                in(entry).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static ProcStat parse(String line) {
        // The name may hold spaces and parentheses, so the fields are counted from the last parenthesis.
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        String[] fields = line.substring(close + 2).trim().split(" ", -1);
        return new ProcStat(
                Long.parseLong(line.substring(0, open).trim()),
                Long.parseLong(fields[1]),
                line.substring(open + 1, close),
                Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }

    /** CPU it used itself. */
    public double ownNanos() {
        return ownTicks * NANOS_PER_TICK;
    }

    /** CPU that its ended children used. */
    public double reapedNanos() {
        return reapedTicks * NANOS_PER_TICK;
    }
}
