package id.tindak.account;

/** Says in a few words what an officer is, for the line beside the name: "Admin Utama", "Kepala DPUPR (plt.)". Empty when nothing. */
public interface RoleLine {

    String of(int agencyId, long officerId);
}
