package org.answerloop.system.outside;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The JDK's TLS, with whatever certificate a server has made for itself. */
final class Tls {

    private static final X509TrustManager EVERYBODY = new X509TrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // These tests are not about certificates.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // These tests are not about certificates.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    private Tls() {}

    static SSLSocket over(Socket plain) throws IOException {
        return (SSLSocket) factory().createSocket(plain, "localhost", plain.getPort(), true);
    }

    /** @return the suite that was agreed upon; none where the server does not agree */
    static String agreed(int port, String protocol, List<String> suites) {
        try (Socket plain = new Socket("127.0.0.1", port);
                SSLSocket socket = over(plain)) {
            plain.setSoTimeout(60_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(suites.toArray(String[]::new));
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        } catch (IOException refused) {
            return "none";
        }
    }

    private static SSLSocketFactory factory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {EVERYBODY}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
