package library;

import dev.plectrum.annotations.GeneratedModel;

@GeneratedModel(version = "0.0.9", definition = "model class=library/Category table=category")
public final class CategoryFields {}
