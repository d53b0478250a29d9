package org.answerloop.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.answerloop.client.ClientShare;
import org.answerloop.client.TlsRequirement;
import org.answerloop.client.TrustedProxies;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once per server. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        return new SettingsReader(name -> config.getOptionalValue(name, String.class)).read(config.getPropertyNames());
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return settings.trustedProxies();
    }

    @Produces
    @Singleton
    ClientShare clientShare(Settings settings) {
        return settings.clientShare();
    }

    @Produces
    @Singleton
    TlsRequirement tlsRequirement(Settings settings) {
        return new TlsRequirement(!settings.development());
    }
}
