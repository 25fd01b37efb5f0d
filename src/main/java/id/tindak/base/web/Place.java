package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: which agency, and which path inside it. Kept as a request attribute, because error dispatches lose the request's own view of it.
 *
 * @param prefix "/cilacap" where the agency is named by the first path segment, else ""
 * @param path undecoded path inside the agency
 * @param query undecoded, without the language switch; null when there is none
 */
record Place(
        Brand brand, String prefix, String path, @Nullable String query) {

    private static final String ATTRIBUTE = Place.class.getName();

    static Place of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Place place
                ? place
                : new Place(Brand.platform(), "", "/", null);
    }

    void keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
