package org.answerloop.connection.application;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

import org.answerloop.event.application.TextForgotten;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Knows whose text the deliveries hold that failed, and empties them when it is to be forgotten. */
@Stateless
@TransactionAttribute(MANDATORY)
public class FailedTexts {

    private static final String EMPTY_THOSE = """
            update webhook_delivery
               set payload = ''
             where payload <> ''
               and state = 'FAILED'
               and id in (select s.delivery_id
                            from webhook_delivery_subject s
                            join webhook_delivery d on d.id = s.delivery_id
                            join platform_connection p on p.id = d.connection_id
                            join conversation c on c.external_id = s.subject and c.source = p.source
                           where %s)""";

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /**
     * A delivery has failed and keeps its payload, but for what somebody has asked us to forget before.
     *
     * @param conversations those that the payload names
     */
    public void keep(long deliveryId, Set<String> conversations) {
        for (String conversation : conversations) {
            entityManager
                    .createNativeQuery("insert into webhook_delivery_subject (subject, delivery_id) values (?1, ?2)"
                            + " on conflict do nothing")
                    .setParameter(1, conversation)
                    .setParameter(2, deliveryId)
                    .executeUpdate();
        }
        if (!conversations.isEmpty()) {
            entityManager.flush();
            entityManager
                    .createNativeQuery(EMPTY_THOSE.replace("%s", "c.redacted = true and s.delivery_id = ?1"))
                    .setParameter(1, deliveryId)
                    .executeUpdate();
        }
    }

    /** In the transaction in which the conversations forget. */
    public void forget(@Observes TextForgotten text) {
        Collection<Long> ids = text.conversationIds();
        Query query = entityManager.createNativeQuery(EMPTY_THOSE.replace(
                "%s", "c.id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")"));
        int place = 1;
        for (Long id : ids) {
            query.setParameter(place++, id);
        }
        query.executeUpdate();
    }
}
