package dev.plectrum.web.socket;

/** What close codes mean. */
public final class CloseCode {
    /** All is said. */
    public static final int NORMAL = 1000;

    /** The server goes away, or the browser leaves the page. */
    public static final int GOING_AWAY = 1001;

    /** A binary message came where texts are spoken. */
    public static final int UNSUPPORTED = 1003;

    /** A message is not what it should be. */
    public static final int INVALID = 1007;

    /** The peer may not do this. */
    public static final int POLICY = 1008;

    /** A message is too large. */
    public static final int TOO_LARGE = 1009;

    /** The server failed. */
    public static final int FAILED = 1011;

    /** The peer does not keep up; it may come back. */
    public static final int TRY_LATER = 1013;

    private CloseCode() {}
}
