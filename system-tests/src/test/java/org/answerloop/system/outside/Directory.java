package org.answerloop.system.outside;

import java.util.List;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.util.LDAPSDKException;
import org.answerloop.system.server.Installation;
import org.answerloop.system.server.ServerFolder;

/** The directory of a company, by LDAP: who works there, and in which groups. Everybody's name is their password. */
final class Directory implements AutoCloseable {

    private static final String BASE = "dc=example";

    private final InMemoryDirectoryServer directory;

    private Directory(InMemoryDirectoryServer directory) {
        this.directory = directory;
    }

    static Directory open() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("plain"));
            config.addAdditionalBindCredentials("cn=answerloop," + BASE, "answerloop");
            InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
            directory.startListening();
            directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
            return new Directory(directory);
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param group null for none */
    Directory with(String name, String group) {
        try {
            directory.add(
                    "dn: " + person(name),
                    "objectClass: inetOrgPerson",
                    "uid: " + name,
                    "cn: " + name,
                    "sn: " + name,
                    "userPassword: " + name);
            if (group != null) {
                directory.add(
                        "dn: " + group(group), "objectClass: groupOfNames", "cn: " + group, "member: " + person(name));
            }
            return this;
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    void takeOut(String name, String group) {
        try {
            directory.modify(group(group), List.of(new Modification(ModificationType.DELETE, "member", person(name))));
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the server ask this directory, with the example as it is delivered. */
    void serve(ServerFolder folder) {
        folder.override("ldap.xml", Installation.example("ldap.xml"));
        folder.setEnvironment("LDAP_HOST", "127.0.0.1");
        folder.setEnvironment("LDAP_PORT", String.valueOf(directory.getListenPort()));
        folder.setEnvironment("LDAP_BASE", BASE);
        folder.setEnvironment("LDAP_USER", "cn=answerloop," + BASE);
        folder.setEnvironment("LDAP_PASSWORD", "answerloop");
        folder.setEnvironment("LDAP_OVER_TLS", "false");
    }

    private static String person(String name) {
        return "uid=" + name + "," + BASE;
    }

    private static String group(String name) {
        return "cn=" + name + "," + BASE;
    }

    @Override
    public void close() {
        directory.shutDown(true);
    }
}
