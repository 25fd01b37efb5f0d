package id.tindak.base.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the parts of this package into Spring MVC. */
@Configuration
class WebSetup implements WebMvcConfigurer {

    private final Arguments arguments;
    private final FormGuard guard;
    private final Bulkhead bulkhead;

    WebSetup(Arguments arguments, FormGuard guard, Bulkhead bulkhead) {
        this.arguments = arguments;
        this.guard = guard;
        this.bulkhead = bulkhead;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
        registry.addInterceptor(bulkhead);
    }
}
