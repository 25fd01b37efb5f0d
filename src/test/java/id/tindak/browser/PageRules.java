package id.tindak.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every page keeps to, told as sentences about what does not. Nothing is excused here: a fault is mended in the template or the stylesheet. */
final class PageRules {

    /** Narrowest phone, usual phone, tablet, small and usual desk. */
    static final int[] WIDTHS = {320, 390, 768, 1024, 1440};

    private static final String AXE = script();

    private PageRules() {}

    /** Violations of WCAG 2.2 A and AA and of axe's best practices, as the page stands now. */
    static List<String> accessibility(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (!(boolean) page.evaluate("() => 'axe' in window")) page.evaluate(AXE);
        return lines(page.evaluate("""
            async () => {
              const result = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: {'target-size': {enabled: true}},
                resultTypes: ['violations']
              });
              return result.violations.flatMap(v => v.nodes.slice(0, 4).map(n =>
                v.id + ': ' + n.target.join(' ') + ' ' + n.html.slice(0, 160) + ' | '
                + [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ').slice(0, 240)));
            }
            """)).stream()
                .map(fault -> scheme + " " + fault)
                .toList();
    }

    /** The page fits the width; what is wider scrolls in a region of its own that has a name. Targets are at least 24 px high and wide, links within text aside. */
    static List<String> layout(Page page, int width) {
        page.setViewportSize(width, 900);
        return lines(page.evaluate("""
            () => {
              const faults = [];
              const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className && e.className.baseVal === undefined ? '.' + e.className : '') + ' "' + (e.textContent || '').trim().slice(0, 40) + '"';
              const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
              const root = document.scrollingElement;
              if (root.scrollWidth > innerWidth) {
                faults.push('scrolls sideways: ' + root.scrollWidth + ' px');
                for (const e of document.querySelectorAll('body *')) {
                  const r = e.getBoundingClientRect();
                  let held = false;
                  for (let p = e.parentElement; p; p = p.parentElement) held = held || (p !== document.body && p !== root && getComputedStyle(p).overflowX !== 'visible');
                  if (r.right > innerWidth + 1 && !held && faults.length < 6) faults.push('  sticks out: ' + name(e) + ' to ' + Math.round(r.right));
                }
              }
              for (const e of document.querySelectorAll('body *')) {
                if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && scrolls(e) && !['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName)
                    && !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby'))) faults.push('scrolls without a name: ' + name(e));
              }
              for (const e of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, nav a, .tombol, .keping a')) {
                const r = (e.closest('label') && ['radio', 'checkbox'].includes(e.type) ? e.closest('label') : e).getBoundingClientRect();
                if (r.width > 1 && r.height > 1 && (r.width < 24 || r.height < 24)) faults.push('small target: ' + name(e) + ' ' + Math.round(r.width) + 'x' + Math.round(r.height));
              }
              return faults;
            }
            """)).stream()
                .map(fault -> width + " px: " + fault)
                .toList();
    }

    /** Letters twice as large, as people set them who see badly: still no scrolling sideways. */
    static List<String> largeLetters(Page page) {
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        List<String> faults = layout(page, 1280).stream()
                .map(fault -> "letters at 200 %, " + fault)
                .toList();
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
        return faults;
    }

    /** One heading of the first rank, a language, a title; every id is one thing's, every link within the page leads somewhere; nobody is stopped from zooming. */
    static List<String> frame(Page page) {
        return lines(page.evaluate("""
            () => {
              const faults = [];
              const ranks = document.querySelectorAll('h1').length;
              if (ranks !== 1) faults.push(ranks + ' headings of the first rank');
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push('two things are called ' + id);
              for (const a of document.querySelectorAll('a[href^="#"]'))
                if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) faults.push('leads nowhere: ' + a.hash);
              if (document.querySelectorAll('main').length !== 1) faults.push('not one main part');
              if (/maximum-scale|user-scalable/.test(document.querySelector('meta[name=viewport]')?.content || '')) faults.push('zooming is stopped');
              if (/\\?\\?|\\bnull\\b|\\{\\d\\}/.test(document.body.innerText)) faults.push('unfilled text: ' + document.body.innerText.match(/.{0,30}(\\?\\?|\\bnull\\b|\\{\\d\\}).{0,30}/)[0]);
              return faults;
            }
            """));
    }

    private static List<String> lines(@Nullable Object answer) {
        List<String> all = new ArrayList<>();
        if (answer instanceof List<?> list) list.forEach(line -> all.add(String.valueOf(line)));
        return all;
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(PageRules.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
