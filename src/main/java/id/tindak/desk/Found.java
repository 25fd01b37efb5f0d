package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import java.util.List;

/** @param byName whether the reporter's name was searched */
public record Found(Menu menu, String words, boolean byName, List<LineView> lines, Form form) {}
