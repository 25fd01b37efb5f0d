package id.tindak.paper;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Whether a paper that somebody holds is genuine: by the code of its QR, and by the file itself. Nothing personal is told (RULES.md, Verification QR). */
@Controller
class VerificationPages {

    private static final int SUBJECT_WORDS = 10;
    private static final long LARGEST = 25_000_000;

    private final Papers papers;
    private final Limits limits;

    VerificationPages(Papers papers, Limits limits) {
        this.papers = papers;
        this.limits = limits;
    }

    @GetMapping("/periksa")
    @Access(Who.PUBLIC)
    View ask(Page page, @RequestParam(defaultValue = "") String kode) {
        if (!kode.isBlank()) return View.to(page, "/periksa/" + kode.replaceAll("[^A-Za-z0-9]", ""));
        return View.of("paper/ask.jte", page, Form.empty());
    }

    @GetMapping("/periksa/{code}")
    @Access(Who.PUBLIC)
    View show(Page page, @PathVariable String code) {
        return answer(page, code, null, Form.empty());
    }

    @PostMapping("/periksa/{code}")
    @Access(Who.PUBLIC)
    View compare(Page page, @PathVariable String code, Form form) {
        List<MultipartFile> sent = form.files("berkas");
        if (sent.isEmpty() || sent.getFirst().isEmpty()) form.wrong("berkas", "paper.verify.no-file");
        else if (sent.getFirst().getSize() > LARGEST) form.wrong("berkas", "paper.verify.too-big");
        if (!form.ok()) return answer(page, code, null, form).status(422);
        return answer(page, code, bytes(sent.getFirst()), form);
    }

    /** Codes that nobody has are counted like wrong codes of reporters; a right one is never refused. */
    private View answer(Page page, String code, byte @Nullable [] file, Form form) {
        if (!limits.left(Limits.Of.CODE, page.client()))
            return View.of("paper/unknown.jte", page, true).status(429).header("Retry-After", "60");
        Optional<Papers.Verified> found = papers.verify(page.brand().agencyId(), code, file);
        if (found.isPresent()) return View.of("paper/verified.jte", page, verified(page, found.get(), form));
        limits.take(Limits.Of.CODE, page.client());
        return View.of("paper/unknown.jte", page, false).status(404);
    }

    private static VerifiedPage verified(Page page, Papers.Verified v, Form form) {
        Paper p = v.paper();
        boolean secret = v.complaint().privacy().hidesExistence();
        return new VerifiedPage(
                p.code(),
                p.kind(),
                p.number(),
                secret ? "" : v.complaint().publicNumber(),
                secret ? "" : words(v.complaint().title()),
                p.issuedAt(),
                p.prints(),
                p.pages(),
                p.supersededBy() != null
                        ? VerifiedPage.State.SUPERSEDED
                        : p.valid() ? VerifiedPage.State.VALID : VerifiedPage.State.WITHDRAWN,
                v.genuine(),
                form);
    }

    /** At most ten words, so that the page is no way to read a complaint. */
    static String words(String title) {
        String[] all = title.strip().split("\\s+");
        String some = Arrays.stream(all).limit(SUBJECT_WORDS).collect(Collectors.joining(" "));
        return all.length > SUBJECT_WORDS ? some + " …" : some;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
