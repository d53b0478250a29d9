package org.answerloop.event.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.kernel.Fingerprint;

/**
 * What an event says, whatever the order of its members and the spaces between them, in the manner of RFC 8785: two
 * events with the same fingerprint say the same. Attributes that a transport may add on the way do not count.
 */
final class CanonicalJson {

    private static final List<String> WHAT_COUNTS = List.of("data", "subject", "time", "type");

    private CanonicalJson() {}

    static String fingerprint(JsonNode event) {
        StringBuilder canonical = new StringBuilder(512);
        for (String name : WHAT_COUNTS) {
            canonical.append(name).append(':');
            write(event.path(name), canonical);
        }
        return Fingerprint.of(canonical.toString());
    }

    private static void write(JsonNode node, StringBuilder to) {
        if (node.isObject()) {
            writeMembers(node, to);
        } else if (node.isArray()) {
            to.append('[');
            for (JsonNode item : node) {
                write(item, to);
                to.append(',');
            }
            to.append(']');
        } else if (node.isTextual()) {
            writeText(node.textValue(), to);
        } else {
            to.append(node.asText());
        }
    }

    private static void writeMembers(JsonNode object, StringBuilder to) {
        List<String> names = new ArrayList<>();
        object.properties().forEach(member -> {
            // A member that is null counts as absent, here as where events are read.
            if (!member.getValue().isNull()) {
                names.add(member.getKey());
            }
        });
        Collections.sort(names);
        to.append('{');
        for (String name : names) {
            writeText(name, to);
            to.append(':');
            write(object.get(name), to);
            to.append(',');
        }
        to.append('}');
    }

    private static void writeText(String text, StringBuilder to) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        to.append('"');
    }
}
