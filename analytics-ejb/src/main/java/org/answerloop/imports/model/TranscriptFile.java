package org.answerloop.imports.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.answerloop.event.model.Problem;

/**
 * Splits a file into its conversations. JSON Lines of objects is read line by line, so that a broken line costs only
 * itself; an array ends where it breaks.
 */
final class TranscriptFile {

    /** Bytes of one conversation: what is larger is a file of another kind. */
    private static final int CONVERSATION_BYTES = 16 * 1_048_576;

    private static final int DEPTH = 100;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(CONVERSATION_BYTES)
                            .build())
                    .build())
            .build();

    /** What the file falls into; indexes count from 0. */
    interface Parts {

        void conversation(int index, JsonNode conversation);

        void broken(int index, Problem problem);
    }

    private final List<String> messageMembers;
    private final Parts parts;
    private int index;

    TranscriptFile(List<String> messageMembers, Parts parts) {
        this.messageMembers = messageMembers;
        this.parts = parts;
    }

    void split(InputStream in) throws IOException {
        InputStream bytes = new BufferedInputStream(in);
        if (first(bytes) == '[') {
            splitValues(bytes);
        } else {
            splitLines(bytes);
        }
    }

    /** @return the first byte that counts, not yet read; -1 where there is none */
    private static int first(InputStream bytes) throws IOException {
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
        int first;
        do {
            bytes.mark(1);
            first = bytes.read();
        } while (first == ' ' || first == '\t' || first == '\r' || first == '\n');
        if (first >= 0) {
            bytes.reset();
        }
        return first;
    }

    private void splitValues(InputStream bytes) throws IOException {
        Allowance allowance = new Allowance(bytes, CONVERSATION_BYTES);
        try (JsonParser parser = JSON.createParser(allowance)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    splitArray(parser, allowance);
                } else {
                    parts.conversation(index++, JSON.readTree(parser));
                }
            }
        } catch (JsonProcessingException e) {
            parts.broken(
                    index,
                    new Problem(
                            "malformed-json",
                            "/" + index,
                            "This is no well-formed JSON (line "
                                    + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + "); what comes after it cannot be read."));
        } catch (Allowance.SpentException e) {
            parts.broken(index, tooLarge("; what comes after it is not read."));
        }
    }

    /** Either an array of conversations, or one conversation that is a bare array of messages. */
    private void splitArray(JsonParser parser, Allowance allowance) throws IOException {
        ArrayNode messages = null;
        boolean atFirst = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode element = JSON.readTree(parser);
            if (atFirst && isMessage(element)) {
                messages = JSON.createArrayNode();
            }
            atFirst = false;
            if (messages != null) {
                messages.add(element);
            } else {
                parts.conversation(index++, element);
                allowance.renew();
            }
        }
        if (messages != null) {
            parts.conversation(index++, messages);
            allowance.renew();
        }
    }

    private boolean isMessage(JsonNode element) {
        return element.has("role") && messageMembers.stream().noneMatch(element::has);
    }

    private void splitLines(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLarge = false;
        int value;
        do {
            value = bytes.read();
            if (value >= 0 && value != '\n') {
                tooLarge |= line.size() >= CONVERSATION_BYTES;
                if (!tooLarge) {
                    line.write(value);
                }
            } else if (tooLarge) {
                parts.broken(index++, tooLarge("."));
                line.reset();
                tooLarge = false;
            } else {
                takeLine(line.toByteArray());
                line.reset();
            }
        } while (value >= 0);
    }

    private void takeLine(byte[] line) throws IOException {
        try {
            JsonNode conversation = JSON.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(line);
            if (!conversation.isMissingNode()) {
                parts.conversation(index++, conversation);
            }
        } catch (JsonProcessingException e) {
            parts.broken(
                    index,
                    new Problem(
                            "malformed-json",
                            "/" + index,
                            "This line is no well-formed JSON (column "
                                    + e.getLocation().getColumnNr()
                                    + "); a conversation stands on one line, or in an array of them."));
            index++;
        }
    }

    private Problem tooLarge(String end) {
        return new Problem(
                "too-large",
                "/" + index,
                "The conversation has more than " + CONVERSATION_BYTES / 1_048_576 + " MiB" + end);
    }
}
