package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.complaint.Complaint;
import id.tindak.intake.Proofs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Remembers for two hours that a browser has shown number and code. The cookie goes to the pages of this one complaint only. */
@Component
class TrackProof {

    static final String COOKIE = "bukti";

    private final Proofs proofs;

    TrackProof(Proofs proofs) {
        this.proofs = proofs;
    }

    void give(Page page, Complaint c, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, proofs.make(Proofs.Of.TRACKING, c))
                        .path(page.url("/lacak/" + c.publicNumber()))
                        .maxAge(Proofs.Of.TRACKING.life())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
