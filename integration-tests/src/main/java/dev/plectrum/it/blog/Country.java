package dev.plectrum.it.blog;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
public record Country(@Id @Column(maxLength = 2) String code, String name) {}
