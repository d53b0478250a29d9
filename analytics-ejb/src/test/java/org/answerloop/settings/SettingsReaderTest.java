package org.answerloop.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.answerloop.client.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsReaderTest {

    @Test
    void withoutConfigurationTheDocumentedDefaultsHold() {
        Settings settings = read(Map.of());

        assertThat(settings.mode()).isEqualTo(Settings.Mode.PRODUCTION);
        assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
        assertThat(settings.weekStart()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(settings.window()).isEqualTo(Duration.ofHours(72));
        assertThat(settings.evaluationInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.evaluationGrace()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.sample()).isZero();
        assertThat(settings.bootstrapApiKey()).isEmpty();
        assertThat(settings.trustedProxies()).isEqualTo(TrustedProxies.NONE);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "answerloop.mode, test, production or development",
        "answerloop.reporting.zone, Paris, Europe/Paris",
        "answerloop.week.start, Lundi, MONDAY",
        "answerloop.resolution.window, 72h, PT72H",
        "answerloop.resolution.window, PT0S, above zero",
        "answerloop.evaluation.grace, -PT1M, PT10M",
        "answerloop.evaluation.chunk, 0, from 1",
        "answerloop.connection.hosts, https://chat.example.org, chat.example.org:8443",
        "answerloop.sample, many, whole number",
        "answerloop.bootstrap.api.key, secret, al_",
        "answerloop.import.bytes, 4 GB, whole number of bytes",
        "answerloop.import.bytes, 1000, from 1048576",
        "answerloop.requests.per.client, 0, from 8",
        "answerloop.trusted.proxies, proxy.example.org, ranges of addresses",
        "answerloop.secret.key, c2hvcnQ=, 32 bytes"
    })
    void aMalformedSettingIsNamedWithWhatItTakes(String name, String value, String takes) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(takes);
    }

    @Test
    void hostsOfTheHouseAreReadWhateverTheirCase() {
        assertThat(read(Map.of("answerloop.connection.hosts", "Chat.Example.org, localhost:3000"))
                        .connectionHosts())
                .containsExactlyInAnyOrder("chat.example.org", "localhost:3000");
    }

    @Test
    void aMalformedKeyIsNotRepeatedInTheMessage() {
        assertThatThrownBy(() -> read(Map.of("answerloop.bootstrap.api.key", "hunter2")))
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> read(Map.of("answerloop.secret.key", "hunter2hunter2=")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of("answerloop.mode", "x", "answerloop.sample", "y")))
                .hasMessageContaining("answerloop.mode")
                .hasMessageContaining("answerloop.sample");
    }

    @ParameterizedTest
    @CsvSource({"answerloop.resolution.windw", "ANSWERLOOP_RESOLUTION_WINDW"})
    void anUnknownSettingStopsTheStart(String name) {
        assertThatThrownBy(() -> read(Map.of(name, "PT72H"))).hasMessageContaining(name);
    }

    @Test
    void othersSettingsAndEnvironmentVariablesAreNoneOfOurs() {
        assertThat(read(Map.of("HOME", "/", "ANSWERLOOP_DB_URL", "jdbc:x", "answerloopish", "1")))
                .isNotNull();
    }

    @Test
    void demoUsersAndSampleDataAreRefusedInProduction() {
        assertThatThrownBy(() -> read(Map.of("answerloop.demo.users", "true"))).hasMessageContaining("demo users");
        assertThatThrownBy(() -> read(Map.of("answerloop.sample", "10"))).hasMessageContaining("answerloop.sample");
        assertThat(read(Map.of("answerloop.mode", "development", "answerloop.demo.users", "true")))
                .matches(Settings::development);
    }

    private static Settings read(Map<String, String> configured) {
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
    }
}
