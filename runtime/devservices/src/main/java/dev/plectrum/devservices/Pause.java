package dev.plectrum.devservices;

/** Waiting for something that announces itself to nobody, such as another process's file. */
final class Pause {
    private Pause() {}

    /** Sleeps. An interrupted thread fails with {@link IllegalStateException} and stays interrupted. */
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the development database", e);
        }
    }
}
