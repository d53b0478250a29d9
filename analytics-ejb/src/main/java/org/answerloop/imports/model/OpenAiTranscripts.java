package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventComposer;

/**
 * Reads conversations in the OpenAI chat-message format: an array of them, or JSON Lines with one a line. A conversation
 * is an object that holds its messages in {@code messages} or {@code traj}, or the bare array of its messages. The file
 * is read as it comes; no more than one conversation is held at a time.
 *
 * <p>{@code user} is the visitor, {@code assistant} the customer agent; {@code tool_calls} are its actions, but the call
 * of the handoff tool is a handoff. A conversation is known by its {@code id} or {@code conversation_id}, and else by its
 * index. The same file with the same options yields the same events, so importing it again changes nothing.
 */
public final class OpenAiTranscripts implements ImportReader {

    private static final List<String> IDS = List.of("id", "conversation_id");

    private final TranscriptOptions options;
    private final EventComposer composer;
    private final TranscriptItems items;

    /** @param channel UTF-8; left open */
    public OpenAiTranscripts(SeekableByteChannel channel, Checkpoint from, TranscriptOptions options)
            throws IOException {
        this.options = options;
        this.composer = new EventComposer(options.source());
        this.items = new TranscriptItems(new FileCursor(channel), from, options.messageMembers());
    }

    @Override
    public Optional<ImportItem> next() throws IOException {
        return items.next().map(part -> {
            ImportedConversation conversation = convert(part);
            return new ImportItem(
                    part.line(),
                    conversation.events(),
                    conversation.problems(),
                    conversation.isReadable(),
                    items.here());
        });
    }

    /** The same, as a conversation. */
    Optional<ImportedConversation> nextConversation() throws IOException {
        return items.next().map(this::convert);
    }

    private ImportedConversation convert(TranscriptItems.Part part) {
        return part.problem() == null
                ? convert(part.index(), part.json())
                : ImportedConversation.unreadable(part.index(), part.problem());
    }

    private ImportedConversation convert(int index, JsonNode conversation) {
        try {
            return readable(index, conversation);
        } catch (UnreadableItemException e) {
            return ImportedConversation.unreadable(index, e.problem());
        }
    }

    private ImportedConversation readable(int index, JsonNode conversation) throws UnreadableItemException {
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

    private String memberOfMessages(JsonNode conversation, String pointer) throws UnreadableItemException {
        for (String member : options.messageMembers()) {
            if (conversation.path(member).isArray()) {
                return member;
            }
        }
        throw new UnreadableItemException(
                "missing-messages",
                pointer,
                "A conversation is an array of messages, or an object that holds one in "
                        + String.join(" or ", options.messageMembers()) + ".");
    }

    private static List<TranscriptMessage> messages(JsonNode listed, String pointer) throws UnreadableItemException {
        List<TranscriptMessage> messages = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            messages.add(TranscriptMessage.read(listed.get(i), pointer + "/" + i));
        }
        if (messages.stream().allMatch(m -> m.role() == TranscriptMessage.Role.UNSPOKEN)) {
            throw new UnreadableItemException(
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
            throws UnreadableItemException {
        List<Instant> stated = messages.stream().map(TranscriptMessage::at).toList();
        Instant begin = TranscriptMessage.time(conversation, "/" + index).orElse(null);
        if (begin == null && options.firstTime() != null) {
            begin = options.firstTime().plus(options.spread().multipliedBy(index));
        }
        if (begin == null && stated.stream().allMatch(at -> at == null)) {
            throw new UnreadableItemException(
                    "missing-time",
                    "/" + index,
                    "The conversation carries no times; say when the first one of the file began.");
        }
        return MessageTimes.complete(stated, begin, options.step());
    }
}
