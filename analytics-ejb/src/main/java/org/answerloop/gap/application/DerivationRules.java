package org.answerloop.gap.application;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.gap.model.DerivationRule;
import org.answerloop.kernel.Sql;

/** What was decided of which source; of most there is nothing. */
@ApplicationScoped
class DerivationRules {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** Those of which something was ever decided, by source. Not through JPA, which would write first what is pending. */
    Map<String, DerivationRule> bySource() {
        Map<String, DerivationRule> rules = new HashMap<>();
        new Sql()
                .add("select source, before_handoff, before_ungrounded_reply from question_derivation")
                .list(
                        dataSource,
                        row -> rules.put(
                                row.getString("source"),
                                new DerivationRule(
                                        row.getString("source"),
                                        row.getBoolean("before_handoff"),
                                        row.getBoolean("before_ungrounded_reply"))));
        return rules;
    }
}
