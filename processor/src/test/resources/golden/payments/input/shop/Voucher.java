package shop;

import dev.plectrum.annotations.Model;

@Model
public final class Voucher extends Payment {}
