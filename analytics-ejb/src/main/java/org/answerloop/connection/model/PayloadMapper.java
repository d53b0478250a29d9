package org.answerloop.connection.model;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDocument;

/**
 * Says a platform's payload in the words of the event contract. The ids of the events are made of the platform's own, so
 * the same payload yields the same events, whenever and however often it comes.
 */
interface PayloadMapper {

    /**
     * @param api asked only where the payload does not say it all
     * @return none where the payload says nothing that counts
     */
    List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api) throws UnmappableException;

    /** Where a payload names its conversation; as far as it does, for it may be one that cannot be mapped. */
    String conversationPointer(JsonNode payload);
}
