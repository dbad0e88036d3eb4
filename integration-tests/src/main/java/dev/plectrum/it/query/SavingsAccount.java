package dev.plectrum.it.query;

import dev.plectrum.annotations.Model;

/** An account that goes on in a table of its own, while its saves are counted in the one it begins in. */
@Model
public class SavingsAccount extends Account {
    int rate;
}
