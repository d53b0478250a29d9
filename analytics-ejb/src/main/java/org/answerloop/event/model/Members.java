package org.answerloop.event.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The members of one JSON object, read with a clear word for each that is missing or wrong. A member that is null counts
 * as absent; members that nobody asks for are passed over, so that sources may say more than we know.
 */
final class Members {

    /** Ids and names. */
    static final int NAME = 255;

    /** Addresses. */
    static final int ADDRESS = 2048;

    /** Whatever fits into an event. */
    static final int TEXT = EventLimits.EVENT_BYTES;

    private final JsonNode object;
    private final String pointer;

    Members(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    static Members none(String pointer) {
        return new Members(JsonNodeFactory.instance.objectNode(), pointer);
    }

    String text(String name, int most) throws UnacceptableEventException {
        String text = optionalText(name, most);
        if (text == null) {
            throw missing(name, "a text");
        }
        return text;
    }

    /** A text with something in it. */
    String filledText(String name, int most) throws UnacceptableEventException {
        String text = text(name, most);
        if (text.isBlank()) {
            throw problem("missing-attribute", name, "\"" + name + "\" is empty; give it a value.");
        }
        return text;
    }

    String optionalText(String name, int most) throws UnacceptableEventException {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(name, "a text", value);
        }
        String text = value.textValue();
        if (text.length() > most) {
            throw problem(
                    "too-long",
                    name,
                    "\"" + name + "\" has " + text.length() + " characters; at most " + most + " are taken.");
        }
        refuseWhatNoTableHolds(name, text);
        return text;
    }

    boolean flag(String name) throws UnacceptableEventException {
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, "true or false");
        }
        return flag(name, value);
    }

    boolean optionalFlag(String name, boolean otherwise) throws UnacceptableEventException {
        JsonNode value = value(name);
        return value == null ? otherwise : flag(name, value);
    }

    private boolean flag(String name, JsonNode value) throws UnacceptableEventException {
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /** One of the constants, written in lower case. */
    <T extends Enum<T>> T choice(String name, Class<T> type) throws UnacceptableEventException {
        String text = text(name, NAME);
        List<String> choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!choices.contains(text)) {
            throw problem(
                    "unknown-value",
                    name,
                    "\"" + name + "\" is \"" + shortened(text) + "\"; it takes one of " + String.join(", ", choices)
                            + ".");
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    Members object(String name) throws UnacceptableEventException {
        Members members = optionalObject(name);
        if (members == null) {
            throw missing(name, "an object");
        }
        return members;
    }

    Members optionalObject(String name) throws UnacceptableEventException {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return asObject(name, value);
    }

    /** The objects of an array; none where it is absent. */
    List<Members> objects(String name) throws UnacceptableEventException {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(name, "an array of objects", value);
        }
        List<Members> objects = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            objects.add(asObject(name + "/" + i, value.get(i)));
        }
        return objects;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    UnacceptableEventException problem(String code, String name, String detail) {
        return new UnacceptableEventException(code, pointerTo(name), detail);
    }

    private Members asObject(String name, JsonNode value) throws UnacceptableEventException {
        if (!value.isObject()) {
            throw wrongType(name, "an object", value);
        }
        return new Members(value, pointerTo(name));
    }

    private JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private UnacceptableEventException missing(String name, String takes) {
        return problem("missing-attribute", name, "\"" + name + "\" is missing; it takes " + takes + ".");
    }

    private UnacceptableEventException wrongType(String name, String takes, JsonNode value) {
        String is = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return problem("wrong-type", name, "\"" + name + "\" takes " + takes + ", not a JSON " + is + ".");
    }

    private void refuseWhatNoTableHolds(String name, String text) throws UnacceptableEventException {
        if (fitsIntoATable(text)) {
            return;
        }
        if (text.indexOf(0) >= 0) {
            throw problem("nul-character", name, "\"" + name + "\" holds a NUL character; leave it out.");
        }
        throw problem(
                "lone-surrogate", name, "\"" + name + "\" holds half of a surrogate pair; send whole characters.");
    }

    /** No table holds a NUL character, or half of a surrogate pair. */
    static boolean fitsIntoATable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private String pointerTo(String name) {
        return pointer + "/" + name;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
