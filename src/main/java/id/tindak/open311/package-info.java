/** The agency as a server of Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), XML and JSON: its categories as services, complaints as service requests, news as FixMyStreet reads them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "base",
            "calendar",
            "sop",
            "agency",
            "account",
            "message",
            "complaint",
            "handling",
            "intake",
            "publication",
            "api"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.open311;
