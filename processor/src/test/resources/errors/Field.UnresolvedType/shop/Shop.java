package shop;

class Shop {
    ProductQuerySet products;
}
