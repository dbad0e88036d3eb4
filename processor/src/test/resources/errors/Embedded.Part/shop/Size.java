package shop;

import dev.plectrum.annotations.Column;

record Size(int width, @Column(dbDefault = "1") int height) {}
