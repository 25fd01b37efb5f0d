package id.tindak.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One visitor's browser window at an agency. Writes down whatever a page does that it must not: errors on the console, refused content, requests to other hosts. */
final class Visit implements AutoCloseable {

    private final BrowserContext window;
    private final Page page;
    private final String root;
    private final String prefix;
    private final List<String> trouble = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    /**
     * @param root address of the program without a slash
     * @param prefix path of the agency, e.g. "/cilacap", or empty
     */
    Visit(String root, String prefix, boolean javaScript) {
        this.root = root;
        this.prefix = prefix;
        window = Chromium.window(javaScript);
        page = window.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            boolean ownStatus =
                    message.location().startsWith(page.url()) && message.text().contains("status of 4");
            if (List.of("error", "warning").contains(message.type()) && !ownStatus)
                trouble.add("console: " + message.text() + " at " + message.location());
        });
        page.onPageError(error -> trouble.add("script: " + error));
        page.onRequest(this::seen);
        page.onRequestFailed(r -> {
            if (!r.isNavigationRequest() || r.frame() != page.mainFrame())
                trouble.add("failed: " + r.url() + " " + r.failure());
        });
    }

    private void seen(Request request) {
        requests.add(request.url());
        URI uri = URI.create(request.url());
        if (!"localhost".equals(uri.getHost())) trouble.add("another host: " + request.url());
    }

    Page page() {
        return page;
    }

    /** Opens an address of the agency, or a whole one. */
    Visit go(String path) {
        requests.clear();
        page.navigate(path.startsWith("http") ? path : root + prefix + path);
        return this;
    }

    /** Sends a form as it stands, empty fields and all: the browser's own checks are left out, so that the server's answer is seen. */
    Visit send(String form) {
        requests.clear();
        page.waitForNavigation(() -> page.evalOnSelector(
                form, "f => { f.noValidate = true; f.requestSubmit(f.querySelector('button:not([type=button])')); }"));
        return this;
    }

    /** Presses a link or a button; the page that follows is waited for. */
    Visit press(String selector) {
        requests.clear();
        page.waitForNavigation(() -> page.locator(selector).first().click());
        return this;
    }

    /** What went wrong since the last question. */
    List<String> trouble() {
        List<String> all = List.copyOf(trouble);
        trouble.clear();
        return all;
    }

    /** Addresses that the last page fetched, itself included. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        window.close();
    }
}
