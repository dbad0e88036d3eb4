package dev.plectrum.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of another program, to its end. */
final class Command {
    /**
     * What came of it.
     *
     * @param status 0 when all went well
     * @param output what it printed, both streams together
     */
    record Result(List<String> command, int status, String output) {
        boolean succeeded() {
            return status == 0;
        }

        /** The output, or {@link IllegalStateException} with the command and the output when it failed. */
        String orThrow() {
            if (!succeeded()) {
                throw new IllegalStateException(
                        "%s failed with status %d:%n%s".formatted(String.join(" ", command), status, output.strip()));
            }
            return output;
        }
    }

    private Command() {}

    /**
     * Runs a program with no input and no PostgreSQL settings of the user's own shell, and waits for it.
     *
     * @throws UncheckedIOException when there is no such program
     */
    static Result run(Path directory, List<String> command, Duration limit) {
        return run(directory, command, "", limit);
    }

    /** The same, with an input. */
    static Result run(Path directory, List<String> command, String input, Duration limit) {
        try {
            // Files, not pipes: a server that a program leaves behind may keep a pipe open for ever.
            Path in = Files.createTempFile("plectrum-", ".in");
            Path out = Files.createTempFile("plectrum-", ".out");
            try {
                Files.writeString(in, input);
                return run(directory, command, in, out, limit);
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " could not be run: " + e.getMessage(), e);
        }
    }

    private static Result run(Path directory, List<String> command, Path in, Path out, Duration limit)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // Messages in one language, whatever the user's: they end in ours.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("it did not end within " + limit.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it ran", e);
        }
        return new Result(command, process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    }
}
