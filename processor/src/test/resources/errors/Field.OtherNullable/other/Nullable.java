package other;

public @interface Nullable {}
