package org.answerloop.web.http;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The page {@code error/expired.xhtml}: leads back to the page whose state is gone. */
@Named
@RequestScoped
public class ExpiredPage {

    private HttpServletRequest request;

    /** For the proxy. */
    protected ExpiredPage() {}

    /** Reads from the request where it came from. */
    @Inject
    public ExpiredPage(HttpServletRequest request) {
        this.request = request;
    }

    /** The page that failed; where a script led here, the page that the script ran in. */
    public String getAddress() {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .or(() -> ReturnAddress.of(request.getHeader("Referer"), request.getServerName()))
                .filter(address -> !address.startsWith(request.getContextPath() + "/error/"))
                .orElse(request.getContextPath() + "/");
    }
}
