package org.answerloop.answer.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerFilter;
import org.answerloop.answer.model.AnswerList;
import org.answerloop.answer.model.AnswerRevision;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.kernel.PageCursor;

/** Lists the short answers and shows one, to everybody who may sign in. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
public class AnswerCatalogue {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /**
     * @param cursor {@link AnswerList#next()} of the page before; null for the first
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public AnswerList list(AnswerFilter filter, String cursor, int limit) {
        int size = Math.min(Math.max(limit, 1), LONGEST_PAGE);
        Conditions conditions = new Conditions(filter);
        long total = conditions
                .bind(entityManager.createQuery("select count(a) from ShortAnswer a" + conditions, Long.class))
                .getSingleResult();
        Optional.ofNullable(cursor).map(PageCursor::parse).ifPresent(conditions::after);
        List<ShortAnswer> found = conditions
                .bind(entityManager.createQuery(
                        "select a from ShortAnswer a" + conditions + " order by a.changedAt desc, a.id desc",
                        ShortAnswer.class))
                .setMaxResults(size + 1)
                .getResultList();
        List<ShortAnswer> rows = found.subList(0, Math.min(size, found.size()));
        ShortAnswer last = found.size() > size ? rows.get(size - 1) : null;
        String next =
                last == null ? null : new PageCursor(last.changedAt(), last.id().toString()).text();
        return new AnswerList(rows, next, total);
    }

    public Optional<ShortAnswer> find(long id) {
        return Optional.ofNullable(entityManager.find(ShortAnswer.class, id));
    }

    /** All revisions of an answer, the latest first. */
    public List<AnswerRevision> revisions(long id) {
        return entityManager
                .createQuery(
                        "select r from AnswerRevision r where r.answerId = :id order by r.number desc",
                        AnswerRevision.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The languages and the owners that there are, for the filter. */
    public Choices choices() {
        return new Choices(distinct("language"), distinct("owner"));
    }

    /** What the list can be narrowed to. */
    public record Choices(List<String> languages, List<String> owners) {}

    private List<String> distinct(String attribute) {
        return entityManager
                .createQuery(
                        "select distinct a." + attribute + " from ShortAnswer a order by a." + attribute, String.class)
                .getResultList();
    }

    /** The conditions of a filter, with what is bound in them. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        Conditions(AnswerFilter filter) {
            if (filter.state() == null) {
                add("a.state <> :archived", "archived", AnswerState.ARCHIVED);
            } else {
                add("a.state = :state", "state", filter.state());
            }
            if (filter.words() != null) {
                String pattern = "%"
                        + filter.words()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("([!%_])", "!$1")
                                .replace('\0', '\uFFFD')
                        + "%";
                add(
                        "(lower(a.question) like :words escape '!' or lower(a.answer) like :words escape '!')",
                        "words",
                        pattern);
            }
            if (filter.language() != null) {
                add("a.language = :language", "language", filter.language().replace('\0', '\uFFFD'));
            }
            if (filter.owner() != null) {
                add("a.owner = :owner", "owner", filter.owner().replace('\0', '\uFFFD'));
            }
            if (filter.dueBy() != null) {
                add("a.reviewOn <= :due", "due", filter.dueBy());
            }
        }

        void after(PageCursor position) {
            add("(a.changedAt < :moment or a.changedAt = :moment and a.id < :id)", "moment", position.moment());
            values.put("id", position.number());
        }

        private void add(String condition, String name, Object value) {
            all.add(condition);
            values.put(name, value);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            values.forEach(query::setParameter);
            return query;
        }

        @Override
        public String toString() {
            return all.stream().collect(Collectors.joining(" and ", " where ", ""));
        }
    }
}
