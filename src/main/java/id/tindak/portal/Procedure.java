package id.tindak.portal;

import id.tindak.sop.Sop;

/**
 * The SOP in force.
 *
 * @param table the official form of PermenPANRB 35/2012 as HTML
 */
public record Procedure(Sop sop, String table) {}
