package shop;

import dev.plectrum.annotations.web.TestClients;

@TestClients(OrderViews.class)
class OrderViewsTest {}
