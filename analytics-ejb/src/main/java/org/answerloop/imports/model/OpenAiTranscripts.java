package org.answerloop.imports.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.Problem;

/**
 * Reads conversations in the OpenAI chat-message format: an array of them, or JSON Lines with one a line. A conversation
 * is an object that holds its messages in {@code messages} or {@code traj}, or the bare array of its messages. The file
 * is read as it comes; no more than one conversation is held at a time.
 *
 * <p>{@code user} is the visitor, {@code assistant} the customer agent; {@code tool_calls} are its actions, but the call
 * of the handoff tool is a handoff. A conversation is known by its {@code id} or {@code conversation_id}, and else by its
 * index. The same file with the same options yields the same events, so importing it again changes nothing.
 */
public final class OpenAiTranscripts {

    private static final List<String> IDS = List.of("id", "conversation_id");

    private final TranscriptOptions options;
    private final EventComposer composer;

    public OpenAiTranscripts(TranscriptOptions options) {
        this.options = options;
        this.composer = new EventComposer(options.source());
    }

    /**
     * Hands every conversation on as soon as it is read; one that cannot be read never costs the others.
     *
     * @param in UTF-8; left open
     * @throws IOException when the stream itself fails
     */
    public void read(InputStream in, Consumer<ImportedConversation> taker) throws IOException {
        TranscriptFile.Parts parts = new TranscriptFile.Parts() {
            @Override
            public void conversation(int index, JsonNode conversation) {
                taker.accept(convert(index, conversation));
            }

            @Override
            public void broken(int index, Problem problem) {
                taker.accept(ImportedConversation.unreadable(index, problem));
            }
        };
        new TranscriptFile(options.messageMembers(), parts).split(in);
    }

    private ImportedConversation convert(int index, JsonNode conversation) {
        try {
            return readable(index, conversation);
        } catch (UnreadableTranscriptException e) {
            return ImportedConversation.unreadable(index, e.problem());
        }
    }

    private ImportedConversation readable(int index, JsonNode conversation) throws UnreadableTranscriptException {
        String pointer = "/" + index;
        String member = conversation.isArray() ? null : memberOfMessages(conversation, pointer);
        JsonNode listed = member == null ? conversation : conversation.get(member);
        String messagesPointer = member == null ? pointer : pointer + "/" + member;
        List<TranscriptMessage> messages = messages(listed, messagesPointer);
        String id = id(conversation, index);
        TranscriptConversion conversion = new TranscriptConversion(options, id, messagesPointer);
        conversion.convert(messages, times(index, conversation, messages));
        return new ImportedConversation(index, id, conversion.events(composer), conversion.problems());
    }

    private String memberOfMessages(JsonNode conversation, String pointer) throws UnreadableTranscriptException {
        for (String member : options.messageMembers()) {
            if (conversation.path(member).isArray()) {
                return member;
            }
        }
        throw new UnreadableTranscriptException(
                "missing-messages",
                pointer,
                "A conversation is an array of messages, or an object that holds one in "
                        + String.join(" or ", options.messageMembers()) + ".");
    }

    private static List<TranscriptMessage> messages(JsonNode listed, String pointer)
            throws UnreadableTranscriptException {
        List<TranscriptMessage> messages = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            messages.add(TranscriptMessage.read(listed.get(i), pointer + "/" + i));
        }
        if (messages.stream().allMatch(m -> m.role() == TranscriptMessage.Role.UNSPOKEN)) {
            throw new UnreadableTranscriptException(
                    "empty-conversation", pointer, "Neither a visitor nor the agent says anything here.");
        }
        return messages;
    }

    private String id(JsonNode conversation, int index) {
        return IDS.stream()
                .map(conversation::path)
                .filter(id -> id.isTextual() && !id.textValue().isBlank() || id.isIntegralNumber())
                .map(JsonNode::asText)
                .findFirst()
                .orElse(options.prefix() + index);
    }

    private List<Instant> times(int index, JsonNode conversation, List<TranscriptMessage> messages)
            throws UnreadableTranscriptException {
        List<Instant> stated = messages.stream().map(TranscriptMessage::at).toList();
        Instant begin = TranscriptMessage.time(conversation, "/" + index).orElse(null);
        if (begin == null && options.firstTime() != null) {
            begin = options.firstTime().plus(options.spread().multipliedBy(index));
        }
        if (begin == null && stated.stream().allMatch(at -> at == null)) {
            throw new UnreadableTranscriptException(
                    "missing-time",
                    "/" + index,
                    "The conversation carries no times; say when the first one of the file began.");
        }
        return MessageTimes.complete(stated, begin, options.step());
    }
}
