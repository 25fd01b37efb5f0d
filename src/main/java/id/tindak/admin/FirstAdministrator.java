package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.SetupGate;
import org.springframework.stereotype.Component;

/** The set-up is open until some agency of the installation has an administrator. */
@Component
class FirstAdministrator implements SetupGate {

    static final String PATH = "/pemasangan";

    private final Agencies agencies;
    private final People people;
    private volatile boolean present;

    FirstAdministrator(Agencies agencies, People people) {
        this.agencies = agencies;
        this.people = people;
    }

    @Override
    public boolean open() {
        if (present) return false; // there is no way back: the last administrator cannot be removed
        present = agencies.all().stream()
                .anyMatch(a -> people.officers(a.id()).stream().anyMatch(Officer::admin));
        return !present;
    }

    @Override
    public String path() {
        return PATH;
    }
}
