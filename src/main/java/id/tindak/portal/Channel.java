package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.sop.ChannelEntry;
import id.tindak.sop.Sop;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Another way to the same desk, as the SOP's {@code kanal} lists it.
 *
 * @param format how a short message is laid out, as {@code {kode} # {isi}}; null where it is free
 */
public record Channel(
        String label, List<Line> lines, @Nullable String format) {

    /** @param href null where the address is for people only */
    public record Line(String text, @Nullable String href) {}

    /** All channels with an address, the website itself left out. */
    static List<Channel> of(Page page, Sop sop) {
        return sop.channels().entrySet().stream()
                .filter(e ->
                        !e.getKey().equals("web") && !e.getValue().address().isEmpty())
                .map(e -> channel(page, e.getKey(), e.getValue()))
                .toList();
    }

    private static Channel channel(Page page, String key, ChannelEntry entry) {
        List<Line> lines = entry.address().stream()
                .map(a -> new Line(a, href(key, a.strip())))
                .toList();
        return new Channel(Labels.channel(page, key), lines, entry.format());
    }

    static @Nullable String href(String key, String address) {
        String digits = address.replaceAll("[\\s().-]", "");
        boolean number = digits.matches("\\+?\\d{5,15}");
        return switch (key) {
            case "whatsapp" -> number ? "https://wa.me/" + international(digits) : null;
            case "sms" -> number ? "sms:" + digits : null;
            case "telepon" -> number ? "tel:" + digits : null;
            case "email" -> address.matches("[^\\s@<>\"]+@[^\\s@<>\"]+") ? "mailto:" + address : null;
            case "instagram" ->
                address.matches("@[\\w.]+") ? "https://www.instagram.com/" + address.substring(1) : site(address);
            default -> site(address);
        };
    }

    /** A website as people write it, "lapor.go.id" or with https before it. */
    static @Nullable String site(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.matches("https?://[\\w.-]+(/[\\w./?=&%#~+-]*)?")) return address;
        return lower.matches("([a-z0-9-]+\\.)+[a-z]{2,}(/[\\w./-]*)?") ? "https://" + address : null;
    }

    private static String international(String digits) {
        String plain = digits.replace("+", "");
        return plain.startsWith("0") ? "62" + plain.substring(1) : plain;
    }
}
