package id.tindak.base;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives every Spring context of the tests a fresh database and a {@link StatementCount}, unless it says {@code test.database=false}. Registered in META-INF/spring.factories. */
public final class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("test.database", "true").equals("false")) return;
        TestDatabase database = TestDatabase.fresh();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testDatabase",
                        Map.of(
                                "tindak.database.url",
                                database.url(),
                                "tindak.database.owner-url",
                                database.ownerUrl())));
        if (context instanceof GenericApplicationContext generic) {
            generic.registerBean("statementCountPool", BeanPostProcessor.class, StatementCount::aroundThePool);
            generic.registerBean("statementCountFilter", FilterRegistrationBean.class, StatementCount::marksRequests);
        }
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context)
                database.close();
        });
    }
}
