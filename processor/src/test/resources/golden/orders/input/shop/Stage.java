package shop;

/** How far an order is. */
public enum Stage {
    NEW,
    SENT
}
