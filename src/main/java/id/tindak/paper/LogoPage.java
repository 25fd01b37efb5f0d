package id.tindak.paper;

import id.tindak.base.web.Form;

/** @param present whether the agency has a sign */
public record LogoPage(Form form, boolean present) {}
