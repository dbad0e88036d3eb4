package shop;

import dev.plectrum.annotations.web.TestClients;

@TestClients(ReviewViews.class)
class ReviewViewsTest {}
