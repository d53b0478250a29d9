package org.answerloop.api;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportOptions;

/**
 * What a request says about its file beside it.
 *
 * @param name what people know the file by
 */
record ImportQuery(ImportFormat format, String name, ImportOptions options) {

    private static final String FORMAT = "format";
    private static final String NAME = "name";

    /**
     * @param mediaType says what the file is where the parameter does not
     * @throws Refusal where neither says it
     */
    static ImportQuery of(MultivaluedMap<String, String> parameters, MediaType mediaType) {
        Map<String, String> options = new HashMap<>();
        parameters.forEach((name, values) -> options.put(name, values.get(0)));
        String format = options.remove(FORMAT);
        String name = options.remove(NAME);
        ImportFormat chosen = format == null ? usual(mediaType) : ImportFormat.labelled(format);
        return new ImportQuery(
                chosen, name == null || name.isBlank() ? chosen.label() : name, ImportOptions.of(options));
    }

    private static ImportFormat usual(MediaType mediaType) {
        return switch (mediaType.getType() + "/" + mediaType.getSubtype()) {
            case EventsResource.LINES -> ImportFormat.EVENTS;
            case ImportsResource.CSV -> ImportFormat.CSV;
            case MediaType.APPLICATION_JSON -> ImportFormat.OPENAI_CHAT;
            default -> throw Refusal.unusable(FORMAT, "events, csv or openai-chat, and is needed for this media type");
        };
    }
}
