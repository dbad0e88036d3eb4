package dev.plectrum.web.shop;

import dev.plectrum.web.json.Given;
import java.math.BigDecimal;

/** What it takes to change one: only what is mentioned changes. */
record ProductPatch(Given<String> name, Given<BigDecimal> price, Given<String> description) {}
