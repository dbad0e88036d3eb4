package dev.plectrum.example.shop;

/** Why somebody cannot buy something. */
record SoldOut(String product) {}
