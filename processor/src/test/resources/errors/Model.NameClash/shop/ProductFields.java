package shop;

class ProductFields {}
