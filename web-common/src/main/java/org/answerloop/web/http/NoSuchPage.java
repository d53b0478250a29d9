package org.answerloop.web.http;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers that there is nothing at this address. For view actions: sending an error from there would start the error page
 * inside the running request and take its Faces context away.
 */
public final class NoSuchPage {

    private static final String VIEW = "/error/404.xhtml";

    private NoSuchPage() {}

    /** Shows the page for status 404 instead of the page that was asked for. */
    public static void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        faces.setViewRoot(faces.getApplication().getViewHandler().createView(faces, VIEW));
        faces.renderResponse();
    }
}
