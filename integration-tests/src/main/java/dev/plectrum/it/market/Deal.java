package dev.plectrum.it.market;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was agreed. */
public record Deal(
        @Size(min = 1, groups = Sealed.class) String terms,
        List<@NotBlank @Size(max = 5) String> tags,
        @Nullable List<@Email String> witnesses,
        Payment payment) {
    /** Deals that are meant. */
    public interface Sealed {}
}
