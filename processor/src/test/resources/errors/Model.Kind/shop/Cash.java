package shop;

final class Cash extends Payment {
    String drawer;
}
