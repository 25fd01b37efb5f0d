package id.tindak.account;

/**
 * What the sign-in page shows.
 *
 * @param name as typed before
 * @param wanted where to go afterwards, a path of this agency or empty
 * @param kept what was sent without a session, signed, or empty
 * @param notice text key of what went wrong before, or empty
 */
public record SignInPage(String name, String wanted, String kept, String notice) {

    static SignInPage lost(String kept) {
        return new SignInPage("", "", kept, kept.isEmpty() ? "account.sign-in.lost-all" : "account.sign-in.lost");
    }
}
