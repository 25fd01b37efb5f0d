/** A town's phones: providers as their public pages describe them, each with a citizen's phone to play with. Stands beside the tests; nothing of it is shipped. */
@org.jspecify.annotations.NullMarked
package id.tindak.phones;
