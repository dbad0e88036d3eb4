package dev.plectrum.benchmarks.http;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who answers the contract over HTTP.
 *
 * @param name its name in tables and on the command line
 * @param command starts it
 */
public record HttpContestant(String name, List<String> command) {
    /** A main class on this JVM's class path. */
    public static HttpContestant java(String name, Class<?> main, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new HttpContestant(name, command);
    }

    /** Anybody else's: {@code name=command with arguments}, split at spaces. */
    public static HttpContestant parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("Write name=command instead of " + text);
        }
        return new HttpContestant(
                text.substring(0, equals),
                List.of(text.substring(equals + 1).trim().split("\\s+")));
    }

    /** The file that its output goes to. */
    File log(Path folder) {
        return folder.resolve(name + ".log").toFile();
    }
}
