package shop;

record Size(int width, int height) {}
