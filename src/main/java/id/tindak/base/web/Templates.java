package id.tindak.base.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** The compiled templates of src/main/jte. */
public final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "id.tindak.template");

    private Templates() {}

    /** Renders into bytes, for pages. */
    static Utf8ByteOutput bytes(String name, Map<String, Object> params) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        ENGINE.render(name, params, out);
        return out;
    }

    /** Renders into a text, for mails and papers. */
    public static String text(String name, Map<String, Object> params) {
        StringOutput out = new StringOutput();
        ENGINE.render(name, params, out);
        return out.toString();
    }
}
