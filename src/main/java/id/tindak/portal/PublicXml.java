package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.publication.Masking;
import id.tindak.publication.PublicQuery;
import id.tindak.publication.Publications;
import id.tindak.publication.Published;
import java.io.StringWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Published cases for feed readers (Atom, RFC 4287) and for search engines (sitemaps.org). */
final class PublicXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private PublicXml() {}

    private interface Body {
        void write(XMLStreamWriter w) throws XMLStreamException;
    }

    static String feed(Page page, String base, List<Published> items) {
        String here = base + PublicQuery.HERE;
        return document("feed", "http://www.w3.org/2005/Atom", w -> {
            element(
                    w,
                    "title",
                    page.t("portal.public.title") + ", " + page.brand().name());
            element(w, "id", here);
            element(
                    w,
                    "updated",
                    iso(items.isEmpty() ? Instant.EPOCH : items.getFirst().publishedAt()));
            link(w, "alternate", here);
            link(w, "self", here + ".atom");
            w.writeStartElement("author");
            element(w, "name", page.brand().name());
            w.writeEndElement();
            for (Published p : items) {
                w.writeStartElement("entry");
                element(w, "title", plain(page, p.title()));
                element(w, "id", here + "/" + p.number());
                element(w, "updated", iso(p.publishedAt()));
                element(w, "published", iso(p.publishedAt()));
                link(w, "alternate", here + "/" + p.number());
                element(w, "summary", plain(page, p.complaint()));
                element(w, "content", plain(page, p.answer()));
                w.writeEndElement();
            }
        });
    }

    static String sitemaps(String base, List<YearMonth> months) {
        return document("sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9", w -> {
            for (YearMonth month : months) {
                w.writeStartElement("sitemap");
                element(w, "loc", base + "/sitemap/" + month);
                w.writeEndElement();
            }
        });
    }

    /** The list itself stands first, so that no file is empty. */
    static String sitemap(Page page, String base, List<Publications.Address> addresses) {
        return document("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9", w -> {
            url(w, base + PublicQuery.HERE, null);
            for (Publications.Address a : addresses)
                url(w, base + PublicQuery.HERE + "/" + a.number(), page.times().iso(a.since()));
        });
    }

    private static void url(XMLStreamWriter w, String address, @org.jspecify.annotations.Nullable String day)
            throws XMLStreamException {
        w.writeStartElement("url");
        element(w, "loc", address);
        if (day != null) element(w, "lastmod", day);
        w.writeEndElement();
    }

    /** What was masked is named in brackets. */
    private static String plain(Page page, String masked) {
        return Masking.plain(masked, kind -> "[" + page.t("publication.masked." + kind.name()) + "]");
    }

    private static String iso(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private static void link(XMLStreamWriter w, String rel, String to) throws XMLStreamException {
        w.writeStartElement("link");
        w.writeAttribute("rel", rel);
        w.writeAttribute("href", to);
        w.writeEndElement();
    }

    private static void element(XMLStreamWriter w, String name, String text) throws XMLStreamException {
        w.writeStartElement(name);
        w.writeCharacters(text);
        w.writeEndElement();
    }

    private static String document(String root, String namespace, Body body) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter w = FACTORY.createXMLStreamWriter(out);
            w.writeStartDocument("UTF-8", "1.0");
            w.writeStartElement(root);
            w.writeDefaultNamespace(namespace);
            body.write(w);
            w.writeEndElement();
            w.writeEndDocument();
            w.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }
}
