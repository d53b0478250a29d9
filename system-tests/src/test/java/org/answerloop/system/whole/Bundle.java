package org.answerloop.system.whole;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The sentences that a part of the product says, by their keys, in both languages. */
record Bundle(String name, Map<String, String> english, Map<String, String> french) {

    private static final String ENGLISH = "_en.properties";

    static List<Bundle> all() {
        return Sources.endingWith(ENGLISH).stream().map(Bundle::of).toList();
    }

    private static Bundle of(Path english) {
        String file = english.getFileName().toString();
        String name = file.substring(0, file.length() - ENGLISH.length());
        return new Bundle(name, sentences(english), sentences(english.resolveSibling(name + "_fr.properties")));
    }

    private static Map<String, String> sentences(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    @Override
    public String toString() {
        return name;
    }
}
