package shop;

enum Status {
    DRAFT,
    ACTIVE
}
