package shop;

import java.time.Instant;

class Dated {
    Instant since;
}
