package org.answerloop.web.http;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Keeps the pages that anybody may open free of sessions. Their views say themselves that they are transient, but MyFaces
 * makes the session before it has read that; the server holds a bounded number of sessions, and a stranger who asks for the
 * sign-in page often enough would use them up.
 */
public class PlainPages implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforePhase(PhaseEvent event) {
        UIViewRoot view = FacesContext.getCurrentInstance().getViewRoot();
        if (view != null && isPlain(view.getViewId())) {
            view.setTransient(true);
        }
    }

    private static boolean isPlain(String viewId) {
        return viewId != null && (viewId.equals("/login.xhtml") || viewId.startsWith("/error/"));
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Everything is done before the phase.
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
