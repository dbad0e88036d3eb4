package dev.plectrum.it.payments;

import dev.plectrum.annotations.Model;

/** Has nothing of its own. */
@Model
public final class Voucher extends Payment {}
