package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A person who has no mouse: Tab, letters, Space, Enter, arrows, and nothing else. At every stop the focus must be seen. */
final class Keyboard {

    private static final int MOST_STOPS = 150;

    private final Page page;
    private int stops;
    private int keys;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until this has the focus. */
    Keyboard to(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            stops++;
            focusIsSeen();
            if (on(selector)) return this;
        }
        throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
    }

    /** How often Tab was pressed so far. */
    int stops() {
        return stops;
    }

    /** All other keys so far, letters among them. */
    int keys() {
        return keys;
    }

    boolean on(String selector) {
        return (boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        keys += text.length();
        return this;
    }

    Keyboard press(String key) {
        keys++;
        page.keyboard().press(key);
        return this;
    }

    /** Enter or Space on what has the focus; the page that follows is waited for. */
    Keyboard follow(String key) {
        keys++;
        page.waitForNavigation(() -> page.keyboard().press(key));
        return this;
    }

    /** A ring of at least 2 px round what has the focus, within the window, and nothing lying over it. */
    private void focusIsSeen() {
        @SuppressWarnings("unchecked")
        Map<String, Object> seen = (Map<String, Object>) page.evaluate("""
            () => {
              const e = document.activeElement;
              if (e === document.body || e === document.documentElement) return {where: 'body', ring: true, inside: true, bare: true};
              const style = getComputedStyle(e), r = e.getBoundingClientRect();
              const x = Math.min(Math.max(r.left + Math.min(r.width / 2, 40), 0), innerWidth - 1);
              const ys = [r.top + r.height / 2, r.top + 3, r.bottom - 3].filter(y => y >= 0 && y < innerHeight);
              const bare = ys.some(y => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e) || (e.labels && [...e.labels].some(l => l.contains(top)))); });
              return {
                where: e.outerHTML.slice(0, 120),
                ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                inside: r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
                bare
              };
            }
            """);
        assertThat(seen)
                .as("the focus is seen: " + seen + " on " + page.url())
                .containsEntry("ring", true)
                .containsEntry("inside", true)
                .containsEntry("bare", true);
    }
}
