package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.ApiPath;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.ReachableHosts;
import org.answerloop.connection.model.UnmappableException;
import org.answerloop.connection.model.UnusableAnswerException;
import org.answerloop.settings.Settings;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Asks platforms over HTTP, and goes nowhere else: not to hosts on networks that are not public, unless the configuration
 * names them, and not where an answer would lead. It waits for an answer as a whole only so long.
 */
@ApplicationScoped
class HttpPlatformApi implements PlatformApis {

    private static final System.Logger LOG = System.getLogger(HttpPlatformApi.class.getName());

    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_CONNECTIONS = 50;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final JsonMapper JSON = new JsonMapper();

    private OpenHosts hosts;
    private CloseableHttpAsyncClient http;

    /** For the proxy. */
    protected HttpPlatformApi() {}

    @Inject
    HttpPlatformApi(Settings settings) {
        this(new ReachableHosts(settings.connectionHosts()), SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names knows where hosts lead */
    HttpPlatformApi(ReachableHosts reachable, DnsResolver names) {
        hosts = new OpenHosts(reachable, names);
        http = client(hosts);
        http.start();
    }

    private static CloseableHttpAsyncClient client(OpenHosts hosts) {
        Timeout patience = Timeout.ofSeconds(PATIENCE_SECONDS);
        return HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(patience)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSoTimeout(patience)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @PreDestroy
    void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    @Override
    public boolean isOpen(ApiAccess access) {
        try {
            require(URI.create(access.base()));
            return true;
        } catch (UnknownHostException e) {
            LOG.log(WARNING, "No connection to {0}: {1}", access.base(), e.getMessage());
            return false;
        }
    }

    @Override
    public PlatformApi of(Platform platform, ApiAccess access) {
        return path -> get(access, platform.authorization(access.token()), path);
    }

    private JsonNode get(ApiAccess access, Map.Entry<String, String> authorization, ApiPath path)
            throws UnmappableException {
        BoundedAnswer answer = send(URI.create(access.base() + path), authorization);
        int status = answer.status();
        if (status != OK) {
            LOG.log(WARNING, "The platform at {0} answered {1} with status {2}.", access.base(), path, status);
        }
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            throw new PlatformUnavailableException(null);
        }
        if (status != OK) {
            throw new UnusableAnswerException();
        }
        return parse(access, path, answer.bytes());
    }

    private BoundedAnswer send(URI address, Map.Entry<String, String> authorization) {
        try {
            require(address);
        } catch (UnknownHostException e) {
            throw unavailable(address, e);
        }
        SimpleHttpRequest request = SimpleRequestBuilder.get(address)
                .setHeader(authorization.getKey(), authorization.getValue())
                .setHeader("Accept", "application/json")
                .build();
        Future<BoundedAnswer> answer = http.execute(SimpleRequestProducer.create(request), new BoundedAnswer(), null);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(address, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static PlatformUnavailableException unavailable(URI address, Exception cause) {
        LOG.log(WARNING, "The platform at {0} does not answer: {1}", address, cause);
        return new PlatformUnavailableException(cause);
    }

    /** Also where the connection to it is one of before, or a proxy's. */
    private void require(URI address) throws UnknownHostException {
        int usual = "https".equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        hosts.require(address.getHost(), address.getPort() < 0 ? usual : address.getPort());
    }

    private static JsonNode parse(ApiAccess access, ApiPath path, byte[] body) throws UnmappableException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            LOG.log(WARNING, "The platform at {0} answered {1} with no well-formed JSON.", access.base(), path);
            throw new UnusableAnswerException();
        } catch (IOException e) {
            throw new PlatformUnavailableException(e);
        }
    }
}
