package dev.plectrum.devservices;

import dev.plectrum.orm.exec.DevelopmentDatabase;
import java.io.IOException;
import java.util.ServiceLoader;

/** What a test starts in a JVM of its own: asks for the development database, and ends when its input does. */
final class Application {
    private Application() {}

    public static void main(String[] arguments) throws IOException {
        String url = ServiceLoader.load(DevelopmentDatabase.class)
                .findFirst()
                .orElseThrow()
                .url();
        System.out.println(url);
        while (System.in.read() != -1) {
            // Nothing is said on it.
        }
    }
}
