package library;

public record Size(int width, int height) {}
