package shop;

import dev.plectrum.annotations.Model;

@Model(proxy = true)
class Face extends Product {
    String expression;
}
