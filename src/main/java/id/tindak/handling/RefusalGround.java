package id.tindak.handling;

/**
 * Why this agency does not follow a complaint up, in its own words. Dated data: a change holds for refusals from that day on.
 *
 * @param explanation to the reporter, in plain words
 * @param basis where the ground comes from: the SOP, a law
 * @param secondPerson whether somebody else has to confirm the refusal before it ends the case
 * @param active whether officers may still choose it
 */
public record RefusalGround(
        String code, String name, String explanation, String basis, boolean secondPerson, boolean active) {

    /** Not completed within 30 days: the complaint counts as withdrawn (UU 25/2009 Pasal 44). */
    static final String INCOMPLETE = "tidak-lengkap";
}
