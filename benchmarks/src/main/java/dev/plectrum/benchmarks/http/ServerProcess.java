package dev.plectrum.benchmarks.http;

import dev.plectrum.benchmarks.measure.CpuMeter;
import dev.plectrum.benchmarks.measure.WarmUp;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A contestant as a process of its own, from the moment it answers until it is closed. */
public final class ServerProcess implements AutoCloseable {
    /** Where a server of the contract says that it reaches its database. */
    public static final String HEALTH = "/health";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Duration startUp;

    private ServerProcess(Process process, int port, Duration startUp) {
        this.process = process;
        this.port = port;
        this.startUp = startUp;
    }

    /** Starts a contestant and waits for its first 200 from {@code /health}, as the other method does. */
    public static ServerProcess start(List<String> command, String url, int pool, File log)
            throws IOException, InterruptedException {
        return start(command, url, pool, log, HEALTH);
    }

    /**
     * Starts a server and waits for its first 200.
     *
     * @param command the command, which finds {@code PORT}, {@code DATABASE_URL} and {@code POOL} in its environment
     * @param log where its output goes
     * @param first the path to ask for
     * @throws IOException if it ends, or does not answer within a minute; the end of its output is in the message
     */
    public static ServerProcess start(List<String> command, String url, int pool, File log, String first)
            throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment()
                .putAll(Map.of("PORT", Integer.toString(port), "DATABASE_URL", url, "POOL", Integer.toString(pool)));
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers(port, first)) {
                if (!process.isAlive()) {
                    throw new IOException(command + " ended with " + process.exitValue() + ":\n" + tail(log));
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException(command + " did not answer in " + PATIENCE + ":\n" + tail(log));
                }
                Thread.sleep(2);
            }
        } catch (IOException | InterruptedException failure) {
            process.destroyForcibly();
            throw failure;
        }
        return new ServerProcess(process, port, Duration.ofNanos(System.nanoTime() - began));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A plain socket: an HTTP client's own start-up would be measured too. */
    private static boolean answers(int port, String path) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String status = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            return status.equals("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String tail(File log) throws IOException {
        String text = Files.readString(log.toPath());
        return text.substring(Math.max(0, text.length() - 4_000));
    }

    /** The port it listens on, at the loopback address. */
    public int port() {
        return port;
    }

    /** From the start of the process to its first 200. */
    public Duration startUp() {
        return startUp;
    }

    /** Its CPU. */
    public CpuMeter cpu() {
        return CpuMeter.ofProcess(process.pid());
    }

    /** Its CPU, and that of its JIT compilers. */
    WarmUp.Meters meters() {
        return WarmUp.Meters.of(process.pid());
    }

    /** Resident memory now, in bytes. */
    public long residentBytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most it ever held, in bytes. */
    public long peakBytes() throws IOException {
        return status("VmHWM:");
    }

    private long status(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new IOException("/proc does not tell the " + field + " of process " + process.pid());
    }

    /** Asks it to end and waits until it has; fails if it takes longer than this. */
    public void end(Duration patience) throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("Process " + process.pid() + " did not end in " + patience);
        }
    }

    /** Asks it to end, and makes it end if it does not within five seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
