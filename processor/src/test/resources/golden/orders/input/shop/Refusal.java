package shop;

import org.jspecify.annotations.Nullable;

/** Why an order is not taken. */
public record Refusal(String why, @Nullable Stage stage) {}
