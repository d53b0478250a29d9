package org.answerloop.web.person;

import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Who is signed in, for the foot of the menu and for what the menu shows. */
@Named("person")
@RequestScoped
public class SignedInPerson {

    private String name;
    private Role role;
    private boolean exporting;

    /** For the proxy. */
    protected SignedInPerson() {}

    /** Reads the person from the request. */
    @Inject
    public SignedInPerson(HttpServletRequest request) {
        name = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse(null);
        role = Stream.of(Role.values())
                .filter(candidate -> request.isUserInRole(candidate.getCode()))
                .findFirst()
                .orElse(null);
        exporting = Stream.of(Role.MANAGER, Role.ADMINISTRATOR).anyMatch(may -> request.isUserInRole(may.getCode()));
    }

    public boolean isSignedIn() {
        return name != null;
    }

    /** The user name, or null where nobody is signed in. */
    public String getName() {
        return name;
    }

    public String getInitials() {
        return Initials.of(name);
    }

    /** The most far-reaching of the person's roles, or null where there is none. */
    public Role getRole() {
        return role;
    }

    /** Whether the person may take reports and lists along. */
    public boolean isExporting() {
        return exporting;
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
