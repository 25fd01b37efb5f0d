package id.tindak.portal;

import id.tindak.base.web.Form;
import id.tindak.complaint.Complaint;

/** The page that asks once more before a complaint is withdrawn. */
public record Withdrawal(Complaint complaint, Form form) {}
