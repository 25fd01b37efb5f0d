package id.tindak.base.web;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The web server's own settings that no property covers. */
@Component
class ServerSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String proxies;

    /** @param proxies regular expression of the addresses of our reverse proxies; empty = forwarded headers count from nobody */
    ServerSetup(@Value("${tindak.proxies:}") String proxies) {
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(UnreadableRequests.class.getName());
        });
        if (proxies.isBlank()) return;
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(proxies);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(valve);
    }
}
