package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model(schema = "crm", table = "Customer")
public class Customer {
    @Id
    Long id;
}
