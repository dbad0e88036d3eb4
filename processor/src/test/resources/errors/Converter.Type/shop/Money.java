package shop;

record Money(long cents) {}
