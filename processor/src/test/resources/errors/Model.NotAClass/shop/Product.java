package shop;

import dev.plectrum.annotations.Model;

@Model
interface Product {}
