package id.tindak.intake;

import id.tindak.complaint.StoredFile;

/** A stored file and the signed text that names it when a form comes back with faults. */
public record KeptFile(String token, StoredFile file) {}
