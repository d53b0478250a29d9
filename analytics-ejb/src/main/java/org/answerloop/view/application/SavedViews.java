package org.answerloop.view.application;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

import org.answerloop.access.model.Role;
import org.answerloop.view.model.SavedView;
import org.answerloop.view.model.UnusableViewException;
import org.answerloop.view.model.UnusableViewException.Reason;

/** The views of whoever calls. Those of others are to them as if they were not there. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR, Role.VIEWER})
public class SavedViews {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** A view as pages show it; {@code query} is what stands behind the question mark of its address. */
    public record View(long id, String name, String query) {}

    /** By name. */
    public List<View> list() {
        return entityManager
                .createQuery("""
                        select new org.answerloop.view.application.SavedViews$View(v.id, v.name, v.query)
                          from SavedView v
                         where v.owner = :owner
                         order by lower(v.name), v.id""", View.class)
                .setParameter("owner", caller())
                .getResultList();
    }

    /** @throws UnusableViewException when the name is none or taken, or there are too many */
    public void keep(String name, String query) {
        if (list().size() >= SavedView.MOST) {
            throw new UnusableViewException(Reason.TOO_MANY);
        }
        entityManager.persist(new SavedView(caller(), name, query, clock.instant()));
        flush();
    }

    /** @throws UnusableViewException when the name is none or taken, or the view is nobody's or somebody else's */
    public void rename(long id, String name) {
        own(id).rename(name);
        flush();
    }

    /** Forgetting it again changes nothing. */
    public void forget(long id) {
        entityManager
                .createQuery("delete from SavedView v where v.id = :id and v.owner = :owner")
                .setParameter("id", id)
                .setParameter("owner", caller())
                .executeUpdate();
    }

    private SavedView own(long id) {
        SavedView view = entityManager.find(SavedView.class, id);
        if (view == null || !view.owner().equals(caller())) {
            throw new UnusableViewException(Reason.UNKNOWN);
        }
        return view;
    }

    /** The table holds each name once, also where two requests come at the same moment. */
    private void flush() {
        try {
            entityManager.flush();
        } catch (PersistenceException taken) {
            throw new UnusableViewException(Reason.TAKEN);
        }
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}
