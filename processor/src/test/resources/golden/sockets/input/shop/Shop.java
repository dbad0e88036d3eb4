package shop;

import dev.plectrum.annotations.web.Application;

@Application("Shop")
class Shop {}
