package org.answerloop.reevaluation.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportState;
import org.answerloop.kernel.Sql;
import org.answerloop.reevaluation.model.Reevaluation;
import org.answerloop.reevaluation.model.UnusableReevaluationException;
import org.answerloop.reevaluation.model.UnusableReevaluationException.Fault;

/** Has conversations judged once more, behind the scenes; for administrators, who say why. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Reevaluations {

    /** In the audit. */
    public static final String ACTION = "verdict.reevaluated";

    /** The most that can be named in one order. */
    public static final int MOST = 1_000;

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 1_000;

    /** Characters of the subject of a record. */
    private static final int SUBJECT = 600;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private ReevaluationQueue queue;

    @Inject
    private Imports imports;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** @throws UnusableReevaluationException where a conversation is unknown, or something is missing; then none is judged */
    public Reevaluation order(String source, Collection<String> externalIds, String reason) {
        String why = checked(reason);
        Set<String> named = new LinkedHashSet<>(externalIds);
        if (named.isEmpty()) {
            throw new UnusableReevaluationException(
                    Fault.NOTHING_NAMED, "", "Name at least one conversation by its id in the source.");
        }
        if (named.size() > MOST) {
            throw new UnusableReevaluationException(
                    Fault.TOO_MANY,
                    "",
                    "At most " + MOST + " conversations can be named at once; give several orders.");
        }
        Collection<Long> ids = known(source, named);
        long order = queue.next();
        queue.add(order, ids);
        String subject = named.size() == 1 ? named.iterator().next() : named.size() + " conversations";
        String which = named.size() == 1 ? why : why + "\n" + String.join(" ", named);
        return begin(order, subject + " of " + source, why, which, ids.size());
    }

    /** @throws UnusableReevaluationException where the import is unknown or still under way, or none has its verdict yet */
    public Reevaluation orderImport(long importId, String reason) {
        String why = checked(reason);
        ImportJob job = imports.find(importId)
                .orElseThrow(() -> new UnusableReevaluationException(
                        Fault.IMPORT_UNKNOWN, Long.toString(importId), "There is no import " + importId + "."));
        if (job.state() != ImportState.DONE && job.state() != ImportState.FAILED) {
            throw new UnusableReevaluationException(
                    Fault.IMPORT_UNDER_WAY,
                    "",
                    "Wait until the import is through with its file; one that was stopped is resumed first.");
        }
        long order = queue.next();
        int conversations = queue.addOfImport(order, importId);
        if (conversations == 0) {
            throw new UnusableReevaluationException(
                    Fault.NO_VERDICTS, "", "No conversation that this import told of has its verdict yet.");
        }
        begin(order, "import " + importId + " " + job.name(), why, why, conversations);
        queue.isOfImport(order, importId, job.name());
        return queue.find(order).orElseThrow();
    }

    /** @param recorded in the audit: the reason, and which conversations were named where it is not the subject */
    private Reevaluation begin(long order, String subject, String reason, String recorded, long conversations) {
        String caller = session.getCallerPrincipal().getName();
        queue.begin(order, clock.instant().truncatedTo(ChronoUnit.MICROS), caller, reason, conversations);
        audit.record(
                ACTION,
                subject.length() <= SUBJECT ? subject : subject.substring(0, SUBJECT),
                null,
                conversations + ": " + recorded);
        return queue.find(order).orElseThrow();
    }

    /** The latest first. */
    public List<Reevaluation> latest(int limit) {
        return queue.latest(limit);
    }

    private static String checked(String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new UnusableReevaluationException(
                    Fault.REASON_MISSING, "", "Say why the conversations are to be judged once more.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new UnusableReevaluationException(
                    Fault.REASON_TOO_LONG, "", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        return why.replace('\0', '\uFFFD');
    }

    private Collection<Long> known(String source, Set<String> externalIds) {
        Map<String, Long> known = new HashMap<>();
        new Sql()
                .add("select id, external_id from conversation where source = ?", source)
                .addIn("external_id", externalIds)
                .list(dataSource, row -> known.put(row.getString("external_id"), row.getLong("id")));
        List<String> unknown = new ArrayList<>(externalIds);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new UnusableReevaluationException(
                    Fault.UNKNOWN,
                    unknown.get(0),
                    "There is no conversation " + unknown.get(0) + " of " + source + "; check the source and the ids.");
        }
        return known.values();
    }
}
