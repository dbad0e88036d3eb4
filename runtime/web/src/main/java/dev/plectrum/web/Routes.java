package dev.plectrum.web;

import java.util.ArrayList;
import java.util.List;

/** A number of routes: those of one view class, or of a whole application. */
@FunctionalInterface
public interface Routes {
    /** All of them. */
    List<Route<?>> routes();

    /** Several as one. */
    static Routes of(Routes... parts) {
        List<Route<?>> all = join(parts);
        return () -> all;
    }

    /** All of several. */
    static List<Route<?>> join(Routes... parts) {
        List<Route<?>> all = new ArrayList<>();
        for (Routes part : parts) {
            all.addAll(part.routes());
        }
        return List.copyOf(all);
    }
}
