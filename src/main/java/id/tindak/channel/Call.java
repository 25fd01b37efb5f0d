package id.tindak.channel;

import java.util.Map;

/**
 * What a provider sent to the agency's door, before anybody has read it.
 *
 * @param query decoded parameters of the address
 * @param headers names in small letters
 */
record Call(Map<String, String> query, Map<String, String> headers, byte[] body) {

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
