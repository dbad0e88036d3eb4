package dev.plectrum.it.market;

import dev.plectrum.it.PackageTables;

/** The tables of the market, and those of the payments that one of its views shows. */
public final class MarketTables extends PackageTables {
    public MarketTables() {
        super("dev.plectrum.it.market", "dev.plectrum.it.payments");
    }
}
