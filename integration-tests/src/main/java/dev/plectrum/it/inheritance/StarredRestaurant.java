package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.Model;

// region proxy
/** The same rows as restaurants, with an order and methods of their own. */
@Model(proxy = true, ordering = "name")
public class StarredRestaurant extends Restaurant {
    String stars() {
        return "*".repeat(stars);
    }
}
// endregion
