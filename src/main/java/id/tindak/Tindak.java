package id.tindak;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the program: web pages, jobs and, unless an external one is configured, the embedded PostgreSQL. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Tindak {

    static void main(String[] args) {
        SpringApplication.run(Tindak.class, args);
    }
}
