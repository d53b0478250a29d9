package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.kernel.Sql;

/** Decides of which sources questions are derived, for administrators. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Derivations {

    /** In the audit. */
    public static final String ACTION = "signals.decided";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DerivationRules rules;

    @Inject
    private AuditTrail audit;

    /** What is decided of each, in the given order. */
    public List<DerivationRule> of(Collection<String> sources) {
        Map<String, DerivationRule> bySource = rules.bySource();
        return sources.stream()
                .map(source -> bySource.getOrDefault(source, DerivationRule.none(source)))
                .toList();
    }

    /** Whether conversations are still being gone through since something was decided. */
    public boolean isGoingThrough() {
        return !new Sql()
                .add("select source from question_derivation where gone_through is not null fetch first 1 rows only")
                .list(dataSource, row -> row.getString("source"))
                .isEmpty();
    }

    /** From now on; the conversations that there are follow, behind the scenes. */
    public void decide(DerivationRule rule) {
        DerivationRule before = of(List.of(rule.source())).get(0);
        if (before.equals(rule)) {
            return;
        }
        new Sql()
                .add("insert into question_derivation (source, before_handoff, before_ungrounded_reply)")
                .add("values (?, false, false) on conflict do nothing", rule.source())
                .update(dataSource);
        new Sql()
                .add("update question_derivation set gone_through = 0,")
                .add(
                        "before_handoff = ?, before_ungrounded_reply = ?",
                        rule.beforeHandoff(),
                        rule.beforeUngroundedReply())
                .add("where source = ?", rule.source())
                .update(dataSource);
        audit.record(ACTION, rule.source(), before.text(), rule.text());
    }
}
