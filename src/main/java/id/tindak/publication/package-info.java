/** What the public may read of cases: the editor's wording with personal data masked, published and withdrawn by the steps of the SOP. Knows nothing of pages. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "agency", "sop", "complaint", "handling", "message"})
@org.jspecify.annotations.NullMarked
package id.tindak.publication;
