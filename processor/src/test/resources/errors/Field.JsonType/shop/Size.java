package shop;

import java.util.Locale;

record Size(int width, Locale language) {}
