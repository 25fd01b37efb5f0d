package id.tindak.base.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which words a first path segment may not be, because a page of ours already lies there: an agency called "masuk" could never be reached. */
@Component
public class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Routes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** To be asked before an agency gets its slug. */
    public boolean isTaken(String slug) {
        return taken().contains(slug);
    }

    private Set<String> taken() {
        return mappings.stream()
                .flatMap(m -> m.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream())
                .map(pattern -> pattern.split("/"))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .collect(Collectors.toSet());
    }
}
