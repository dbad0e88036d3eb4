package dev.plectrum.it.blog;

import org.jspecify.annotations.Nullable;

/** Why somebody may not do what they ask for. */
public record Refusal(String why, @Nullable Long instead) {}
