package org.answerloop.conversation.infrastructure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.conversation.application.ConversationRows;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.CourseLookup;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;
import org.answerloop.kernel.Sql;

/**
 * The tables beside that of the conversations. They are written in batches, on the connection of the transaction: they have
 * a row for every event, and what a persistence context does for a row that may change is what most of the time would go
 * into.
 */
@ApplicationScoped
public class ConversationTables implements ConversationRows {

    /** The visitor, unlike agents and teammates, is to be forgotten with what they wrote. */
    private static final String FORGET_MESSAGES = """
            update message
               set text = null,
                   author_id = case when author_kind = 'VISITOR' then null else author_id end,
                   author_name = case when author_kind = 'VISITOR' then null else author_name end
             where conversation_id = ?
               and (text is not null
                 or author_kind = 'VISITOR' and (author_id is not null or author_name is not null))""";

    private static final String FORGET_REASONS =
            "update handoff set reason = null where conversation_id = ? and reason is not null";

    private static final String FORGET_REMARKS =
            "update feedback set remark = null where conversation_id = ? and remark is not null";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private MessageTable messages;
    private HappeningTables happenings;

    /** For the container. */
    protected ConversationTables() {}

    public ConversationTables(DataSource dataSource) {
        this.dataSource = dataSource;
        open();
    }

    @PostConstruct
    private void open() {
        messages = new MessageTable(dataSource);
        happenings = new HappeningTables(dataSource);
    }

    @Override
    public Map<Long, Map<String, StatedMessage>> stated(Map<Long, Set<String>> messageIds) {
        return messages.stated(messageIds);
    }

    @Override
    public void awaitTurn(Collection<ConversationKey> beginning) {
        new ArrivingConversations(dataSource).await(beginning);
    }

    @Override
    public void write(Collection<Taken> taken) {
        messages.write(taken);
        happenings.write(taken);
    }

    @Override
    public void forget(Collection<Long> conversationIds) {
        Collection<Object[]> ids =
                conversationIds.stream().sorted().map(id -> new Object[] {id}).toList();
        Sql.updateAll(dataSource, FORGET_MESSAGES, ids);
        Sql.updateAll(dataSource, FORGET_REASONS, ids);
        Sql.updateAll(dataSource, FORGET_REMARKS, ids);
    }

    @Override
    public Set<String> citedAnswers(long conversationId, String messageId) {
        return messages.citedAnswers(conversationId, messageId);
    }

    @Override
    public CourseLookup course() {
        return new CourseQueries(dataSource);
    }
}
