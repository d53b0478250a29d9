package org.answerloop.connection.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventLimits;
import org.answerloop.event.model.JsonFault;

/** The platforms whose webhooks are understood. */
public enum Platform {
    CHATWOOT("chatwoot", SignatureScheme.CHATWOOT, new ChatwootMapper(), null),
    INTERCOM("intercom", SignatureScheme.INTERCOM, new IntercomMapper(), "/id"),
    HUBSPOT("hubspot", SignatureScheme.HUBSPOT, new HubSpotMapper(), null),
    ZENDESK("zendesk", SignatureScheme.ZENDESK, new ZendeskMapper(), "/id"),
    STANDARD_WEBHOOKS("standard-webhooks", SignatureScheme.STANDARD_WEBHOOKS, new StandardMapper(), null);

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(EventLimits.JSON_DEPTH)
                            .maxStringLength(EventLimits.EVENT_BYTES)
                            .maxNumberLength(EventLimits.NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final String path;
    private final SignatureScheme scheme;
    private final PayloadMapper mapper;
    private final String idPointer;

    Platform(String path, SignatureScheme scheme, PayloadMapper mapper, String idPointer) {
        this.path = path;
        this.scheme = scheme;
        this.mapper = mapper;
        this.idPointer = idPointer;
    }

    public static Optional<Platform> ofPath(String path) {
        return Arrays.stream(values())
                .filter(platform -> platform.path.equals(path))
                .findFirst();
    }

    /** As the webhook's address writes it. */
    public String path() {
        return path;
    }

    public SignatureScheme scheme() {
        return scheme;
    }

    /** Whether the platform does not always say what a reply leans on, so that the connection's setting decides. */
    public boolean isGroundingNeeded() {
        return this != STANDARD_WEBHOOKS;
    }

    /** Whether the platform does not tell the customer agent from teammates, so that the connection names it. */
    public boolean areAgentsNeeded() {
        return this == ZENDESK || this == HUBSPOT;
    }

    /** Whether the platform does not say where tickets are opened, so that the connection may. */
    public boolean areTicketsNeeded() {
        return this != STANDARD_WEBHOOKS;
    }

    /** Whether the platform has to be asked for what its webhooks leave out. */
    public boolean isApiNeeded() {
        return this == HUBSPOT;
    }

    /** Whether the platform can be asked for what its webhooks have missed. */
    public boolean isReconciled() {
        return this == CHATWOOT;
    }

    /** The header that says who asks the platform's API. */
    public Map.Entry<String, String> authorization(String token) {
        return this == CHATWOOT ? Map.entry("api_access_token", token) : Map.entry("Authorization", "Bearer " + token);
    }

    /**
     * @param payload JSON
     * @param api asked only where the payload does not say it all
     * @return none where it says nothing that counts
     * @throws UnmappableException where it is not what the platform documents
     */
    public List<EventDocument> events(String payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        return mapper.map(parse(payload), settings, api);
    }

    /** The conversations that a payload names, as far as it can be read: also one that cannot be mapped. */
    public Set<String> conversations(String payload) {
        Set<String> named = new TreeSet<>();
        try {
            JsonNode root = parse(payload);
            for (JsonNode part : root.isArray() ? root : List.of(root)) {
                Payload.text(part.at(mapper.conversationPointer(part))).ifPresent(named::add);
            }
        } catch (UnmappableException e) {
            // What is no JSON names nobody; its text goes with its age.
        }
        return named;
    }

    /** The id that the platform gave the payload itself; empty where it gives none there. */
    Optional<String> idIn(String payload) {
        if (idPointer == null) {
            return Optional.empty();
        }
        try {
            return Payload.text(parse(payload).at(idPointer));
        } catch (UnmappableException e) {
            return Optional.empty();
        }
    }

    private static JsonNode parse(String payload) throws UnmappableException {
        try {
            JsonNode root = JSON.readTree(payload);
            if (root == null || !root.isContainerNode()) {
                throw new UnmappableException("The payload is no JSON object.");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new UnmappableException(JsonFault.of(e).detail());
        }
    }
}
