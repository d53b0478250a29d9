package org.answerloop.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a tool is called with. Agents write numbers as text now and then, and leave out what they do not know. */
record McpArguments(Map<String, Object> values) {

    McpArguments {
        values = values == null ? Map.of() : values;
    }

    /** @throws McpRefusal where it is no text, or empty */
    String text(String name) {
        return optionalText(name).orElseThrow(() -> new McpRefusal("Give \"" + name + "\", as text."));
    }

    /** @throws McpRefusal where it is there and no text */
    Optional<String> optionalText(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String text && text.isBlank()) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new McpRefusal("Give \"" + name + "\" as text without half of a surrogate pair.");
            }
            return Optional.of(text.strip());
        }
        throw new McpRefusal("Give \"" + name + "\" as text.");
    }

    /** @throws McpRefusal where it is there and no whole number */
    int wholeNumber(String name, int byDefault) {
        Object value = values.get(name);
        if (value == null) {
            return byDefault;
        }
        String text = value.toString();
        if (!text.matches("-?[0-9]{1,6}")) {
            throw new McpRefusal("Give \"" + name + "\" as a whole number.");
        }
        return Integer.parseInt(text);
    }
}
