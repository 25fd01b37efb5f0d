/**
 * The database below everything: the embedded PostgreSQL, the pool of the two roles, backup and restore. Other modules see only the
 * {@code DataSource} that Spring hands out.
 */
@NullMarked
package id.tindak.base.database;

import org.jspecify.annotations.NullMarked;
