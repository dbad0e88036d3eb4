package dev.plectrum.web;

/** Where an application begins. */
public final class Plectrum {
    private Plectrum() {}

    /**
     * An application of this name.
     *
     * <pre>{@code
     * public static void main(String[] args) {
     *   Plectrum.application("shop").routes(app -> new ShopRoutes(app, mailer)).run(args);
     * }
     * }</pre>
     */
    public static Application application(String name) {
        return new Application(name);
    }
}
