/**
 * The SOP as a document the program executes: reads and checks the file, prints it as the official table, exports it as
 * BPMN. Pure: no database, no web; everything that runs a procedure stands on {@link id.tindak.sop.Sop}.
 */
@ApplicationModule(allowedDependencies = "calendar")
@NullMarked
package id.tindak.sop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
