package org.answerloop.sample.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** All texts of the sample, read from the resources beside this package. */
record Library(Company company, List<Topic> topics, List<Gap> gaps, Phrasebook phrases) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLDER = "/org/answerloop/sample/";

    record Phrasebook(Phrases en, Phrases fr) {
        Phrases in(Language language) {
            return language.choose(en, fr);
        }
    }

    static Library open() {
        return new Library(
                read("company.json", new TypeReference<>() {}),
                read("topics.json", new TypeReference<>() {}),
                read("gaps.json", new TypeReference<>() {}),
                read("phrases.json", new TypeReference<>() {}));
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = Library.class.getResourceAsStream(FOLDER + name)) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample text " + name + " cannot be read", e);
        }
    }
}
