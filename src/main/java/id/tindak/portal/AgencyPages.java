package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.calendar.Interval;
import id.tindak.calendar.TimeWords;
import id.tindak.sop.Header;
import id.tindak.sop.Sop;
import id.tindak.survey.Surveys;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The agency's own pages, made of its settings and its SOP in force: who it is, how to reach it, what it promises, what it does not follow up. */
@Controller
class AgencyPages {

    private final PublicService service;
    private final Surveys surveys;

    AgencyPages(PublicService service, Surveys surveys) {
        this.service = service;
        this.surveys = surveys;
    }

    @GetMapping("/tentang")
    @Access(Access.Who.PUBLIC)
    View about(Page page) {
        Header.Service texts = service.sop(page).header().service();
        return View.of("portal/about.jte", page, new About(own(page, "tentang", texts.about()), links(page, texts)));
    }

    @GetMapping("/kontak")
    @Access(Access.Who.PUBLIC)
    View contact(Page page) {
        Sop sop = service.sop(page);
        Header.Service texts = sop.header().service();
        return View.of(
                "portal/contact.jte",
                page,
                new Contact(rows(page, texts.contact()), week(page), Channel.of(page, sop), links(page, texts)));
    }

    @GetMapping("/standar-pelayanan")
    @Access(Access.Who.PUBLIC)
    View standard(Page page) {
        Sop sop = service.sop(page);
        boolean survey = surveys.published(page.brand().agencyId());
        return View.of("portal/standard.jte", page, new Standard(service.times(page, sop), sop.header(), survey));
    }

    @GetMapping("/aduan-tidak-ditindaklanjuti")
    @Access(Access.Who.PUBLIC)
    View refusal(Page page) {
        return View.of(
                "portal/refusal.jte",
                page,
                new About(
                        own(
                                page,
                                "penolakan",
                                service.sop(page).header().service().refusal()),
                        List.of()));
    }

    /** The agency's setting, else what its SOP says, as paragraphs. */
    private List<String> own(Page page, String setting, @Nullable String fromSop) {
        String text = service.setting(page, setting);
        if (text.isBlank()) text = fromSop == null ? "" : fromSop;
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private Map<String, Channel.Line> rows(Page page, Map<String, String> fromSop) {
        Map<String, Channel.Line> rows = new LinkedHashMap<>();
        row(
                rows,
                page.t("portal.contact.unit"),
                "",
                fromSop.getOrDefault("unit", page.brand().name()));
        row(rows, page.t("portal.contact.officer"), "", service.setting(page, "pejabat_pengaduan"));
        row(rows, page.t("portal.contact.address"), "", either(page, "alamat", fromSop.get("alamat")));
        row(rows, page.t("portal.contact.postcode"), "", fromSop.getOrDefault("kode_pos", ""));
        row(rows, page.t("portal.contact.phone"), "telepon", either(page, "telepon", fromSop.get("telepon")));
        row(rows, page.t("portal.contact.email"), "email", either(page, "surel_kontak", fromSop.get("email")));
        return rows;
    }

    private static void row(Map<String, Channel.Line> rows, String label, String kind, String value) {
        if (!value.isBlank()) rows.put(label, new Channel.Line(value, Channel.href(kind, value)));
    }

    private String either(Page page, String setting, @Nullable String fromSop) {
        String own = service.setting(page, setting);
        return own.isBlank() ? (fromSop == null ? "" : fromSop) : own;
    }

    /** Links of the SOP and of the agency's setting, which lists "Nama: alamat" with commas between. */
    private List<Channel.Line> links(Page page, Header.Service texts) {
        List<Channel.Line> links = new ArrayList<>();
        texts.links().forEach((name, address) -> links.add(link(name, address)));
        for (String entry : service.settingList(page, "tautan")) {
            String[] parts = entry.split(":\\s+", 2);
            links.add(parts.length == 2 ? link(parts[0], parts[1]) : link(entry, entry));
        }
        return links;
    }

    private static Channel.Line link(String name, String address) {
        String href = Channel.site(address);
        return new Channel.Line(href == null && !name.equals(address) ? name + ": " + address : name, href);
    }

    private List<Contact.Day> week(Page page) {
        TimeWords words = Words.of(page);
        Locale locale = page.language().equals("en") ? Locale.UK : Locale.of("id", "ID");
        var week = service.week(page);
        List<Contact.Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> intervals =
                    week.hours(day).stream().map(i -> said(i, words)).toList();
            days.add(new Contact.Day(day.getDisplayName(TextStyle.FULL, locale), intervals));
        }
        return days;
    }

    private static String said(Interval i, TimeWords words) {
        String mark = words.language().equals("en") ? ":" : ".";
        return "%02d%s%02d–%02d%s%02d"
                .formatted(i.from().getHour(), mark, i.from().getMinute(), i.to().getHour(), mark, i.to().getMinute());
    }
}
