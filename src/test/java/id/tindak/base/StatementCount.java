package id.tindak.base;

import jakarta.servlet.Filter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the SQL statements that requests make, for the budgets of pages and verbs. It is there in every Spring context of the tests.
 *
 * <pre>{@code
 * List<String> statements = StatementCount.during(() -> http.get("/cilacap/lapor"));
 * assertThat(statements).hasSizeLessThanOrEqualTo(4);
 * }</pre>
 *
 * Counted is what the threads that serve requests send, and what the calling thread sends itself; jobs in the background are not. A batch is one
 * statement, BEGIN and COMMIT are none.
 */
public final class StatementCount {

    private static final ThreadLocal<Boolean> SERVING = ThreadLocal.withInitial(() -> false);
    private static volatile @Nullable List<String> recording;

    private StatementCount() {}

    /** What is measured; may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** The statements that were sent while the work ran, in their order. One measurement at a time. */
    public static synchronized List<String> during(Work work) {
        List<String> seen = new CopyOnWriteArrayList<>();
        recording = seen;
        SERVING.set(true);
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            recording = null;
            SERVING.remove();
        }
        return List.copyOf(seen);
    }

    private static void seen(String sql) {
        List<String> list = recording;
        if (list != null && SERVING.get()) list.add(sql);
    }

    /** Marks the threads that serve a request, before every other filter. */
    static FilterRegistrationBean<Filter> marksRequests() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            SERVING.set(true);
            try {
                chain.doFilter(request, response);
            } finally {
                SERVING.remove();
            }
        });
        registration.setName("statementCount");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Puts the counter around the pool. */
    static BeanPostProcessor aroundThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource") ? new Counted(source) : bean;
            }
        };
    }

    /** The pool, found by those who ask for it through {@code unwrap}. */
    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return connection(obtainTargetDataSource().getConnection());
        }
    }

    private static Connection connection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (result instanceof PreparedStatement prepared && arguments != null)
                        return statement(prepared, PreparedStatement.class, (String) arguments[0]);
                    return result instanceof Statement plain ? statement(plain, Statement.class, null) : result;
                });
    }

    private static Object statement(Statement real, Class<?> kind, @Nullable String prepared) {
        return Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute"))
                        seen(prepared != null ? prepared : arguments == null ? "batch" : String.valueOf(arguments[0]));
                    return call(real, method, arguments);
                });
    }

    private static @Nullable Object call(Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
