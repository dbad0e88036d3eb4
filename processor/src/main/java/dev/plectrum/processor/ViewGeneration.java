package dev.plectrum.processor;

/** Where the resources of views are. */
final class ViewGeneration {
    /** What each view adds to the API's description. */
    static final String PARTS = "META-INF/plectrum/views/";

    /** The views of all runs into the same place, one a line. */
    static final String VIEW_INDEX = "META-INF/plectrum/views.index";

    /** The class that names the registry. */
    static final String APPLICATION_INDEX = "META-INF/plectrum/application.index";

    /** The API's description. */
    static final String API = "META-INF/plectrum/openapi.json";

    private ViewGeneration() {}
}
