@NullMarked
package id.tindak.sop;

import org.jspecify.annotations.NullMarked;
