package dev.plectrum.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The application's secrets. The first signs and encrypts; all of them verify and decrypt, so that a new one can be put in front
 * while what the old one made is still out there. Each purpose has keys of its own, derived from them.
 */
public final class SecretKeys {
    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<byte[]> secrets;

    private SecretKeys(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /** These, the newest first. Fails with {@link IllegalArgumentException} if there is none or one is short. */
    public static SecretKeys of(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("At least one secret key is needed");
        }
        for (String secret : secrets) {
            if (secret.length() < SHORTEST) {
                throw new IllegalArgumentException("A secret key has at least " + SHORTEST
                        + " characters: make one with `openssl rand -base64 48`");
            }
        }
        return new SecretKeys(secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** New ones that nobody else knows and that are forgotten with the process. */
    public static SecretKeys random() {
        return of(List.of(randomText(48)));
    }

    /** Random bytes as text that fits into URLs and cookies. */
    public static String randomText(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(bytes));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What signs for this purpose. */
    public Signer signer(String purpose) {
        return new Signer(derived("sign " + purpose));
    }

    /** What encrypts for this purpose. */
    public Sealer sealer(String purpose) {
        return new Sealer(derived("seal " + purpose), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private List<byte[]> derived(String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> mac(secret, info)).toList();
    }

    private static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return secrets.size() + " secret keys";
    }

    /** Signs and verifies for one purpose. */
    public static final class Signer {
        private final List<byte[]> keys;

        private Signer(List<byte[]> keys) {
            this.keys = keys;
        }

        /** The text with its signature behind it. */
        public String sign(String text) {
            return text + "." + signature(keys.get(0), text);
        }

        /** The text that was signed, or null if the signature is not one of ours. */
        public @Nullable String verify(String signed) {
            int dot = signed.lastIndexOf('.');
            if (dot < 0) {
                return null;
            }
            String text = signed.substring(0, dot);
            byte[] given = signed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
            for (byte[] key : keys) {
                // Constant time: how far two signatures agree must not be measurable.
                if (java.security.MessageDigest.isEqual(signature(key, text).getBytes(StandardCharsets.UTF_8), given)) {
                    return text;
                }
            }
            return null;
        }

        private static String signature(byte[] key, String text) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac(key, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Encrypts and decrypts for one purpose, with AES-256 in GCM: nobody else can read, change or make one. */
    public static final class Sealer {
        private final List<byte[]> keys;
        private final byte[] purpose;

        private Sealer(List<byte[]> keys, byte[] purpose) {
            this.keys = keys;
            this.purpose = purpose;
        }

        /** The bytes, encrypted, as text for a cookie. */
        public String seal(byte[] bytes) {
            byte[] nonce = randomBytes(NONCE);
            try {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce);
                byte[] out = new byte[NONCE + cipher.getOutputSize(bytes.length)];
                System.arraycopy(nonce, 0, out, 0, NONCE);
                cipher.doFinal(bytes, 0, bytes.length, out, NONCE);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(out);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This JVM cannot encrypt with AES-256-GCM", e);
            }
        }

        /** The bytes that were sealed, or null if this is not one of ours. */
        public byte @Nullable [] open(String sealed) {
            byte[] all;
            try {
                all = Base64.getUrlDecoder().decode(sealed);
            } catch (IllegalArgumentException e) {
                return null;
            }
            if (all.length < NONCE + TAG_BITS / 8) {
                return null;
            }
            byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
            for (byte[] key : keys) {
                try {
                    return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(all, NONCE, all.length - NONCE);
                } catch (javax.crypto.AEADBadTagException e) {
                    // sealed with another of our keys, or by nobody we know: the next one tells
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("This JVM cannot decrypt with AES-256-GCM", e);
                }
            }
            return null;
        }

        private Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose);
            return cipher;
        }
    }
}
