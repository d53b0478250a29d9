package org.answerloop.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/**
 * Addresses of our own stylesheets, scripts and pictures. Each ends in a checksum of the content, so that browsers may
 * keep them for ever and still see a new release at once.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/answerloop/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private String contextPath;

    /** For the proxy. */
    protected Assets() {}

    /** The assets of this web module. */
    @Inject
    public Assets(ServletContext context) {
        contextPath = context.getContextPath();
    }

    /** The address of an asset by the name of its file. */
    public String address(String file) {
        return addresses.computeIfAbsent(file, name -> contextPath + FOLDER + name + "?" + checksum(name));
    }

    private static String checksum(String file) {
        try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no asset " + file);
            }
            CRC32 checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return Long.toHexString(checksum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
