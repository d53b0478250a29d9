package org.answerloop.subscription.infrastructure;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.access.model.Role;
import org.answerloop.subscription.application.PeopleOfTheServer;

import static java.lang.System.Logger.Level.DEBUG;

/**
 * Asks Open Liberty's user registry (basic, LDAP) for the groups of a person. Jakarta EE has no such question, so the server
 * is asked by reflection; another server, or one whose people come from elsewhere (OpenID Connect), does not know.
 */
@ApplicationScoped
public class RegistryOfTheServer implements PeopleOfTheServer {

    private static final System.Logger LOG = System.getLogger(RegistryOfTheServer.class.getName());

    private static final String REGISTRIES = "com.ibm.wsspi.security.registry.RegistryHelper";
    private static final String REGISTRY = "com.ibm.websphere.security.UserRegistry";
    private static final String NO_SUCH_PERSON = "com.ibm.websphere.security.EntryNotFoundException";

    @Override
    public Optional<Boolean> mayTakeReportsAlong(String person) {
        try {
            Object registry = Class.forName(REGISTRIES)
                    .getMethod("getUserRegistry", String.class)
                    .invoke(null, (Object) null);
            Object groups = registry == null
                    ? null
                    : Class.forName(REGISTRY)
                            .getMethod("getGroupsForUser", String.class)
                            .invoke(registry, person);
            return groups instanceof List<?> names
                    ? Optional.of(names.stream().map(String::valueOf).anyMatch(RegistryOfTheServer::isEntitling))
                    : Optional.empty();
        } catch (InvocationTargetException e) {
            LOG.log(DEBUG, "The registry does not answer for {0}: {1}", person, e.getCause());
            return e.getCause().getClass().getName().equals(NO_SUCH_PERSON) ? Optional.of(false) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** A group by its name, or by its distinguished name in a directory. */
    private static boolean isEntitling(String group) {
        String name = group.toLowerCase(Locale.ROOT);
        return Stream.of(Role.MANAGER, Role.ADMINISTRATOR)
                .anyMatch(role -> name.equals(role) || name.startsWith("cn=" + role + ","));
    }
}
