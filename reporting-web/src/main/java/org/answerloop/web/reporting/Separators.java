package org.answerloop.web.reporting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

import org.answerloop.export.model.Separator;
import org.answerloop.web.preference.Preferences;

/** The separators that a CSV file can have, in pages {@code separators}: first what the language is used to. */
@ApplicationScoped
public class Separators {

    /** @param key the name in an address and the end of that in the bundle */
    public record Choice(String key) {

        public String getKey() {
            return key;
        }
    }

    @Produces
    @Named("separators")
    @Dependent
    public List<Choice> choices(Preferences preferences) {
        Separator usual = Separator.usual(preferences.getLanguage());
        return Stream.concat(Stream.of(usual), Stream.of(Separator.values()).filter(other -> other != usual))
                .map(separator -> new Choice(separator.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
