package id.tindak.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, started once for all browser tests. It is Debian's: Playwright downloads nothing. */
final class Chromium {

    private static @Nullable Browser running;

    private Chromium() {}

    /** A browser window of its own with its own cookies, 1440 px wide, in Indonesian. */
    static BrowserContext window(boolean javaScript) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("id-ID")
                        .setTimezoneId("Asia/Jakarta")
                        .setViewportSize(1440, 900));
    }

    private static synchronized Browser browser() {
        Browser now = running;
        if (now != null) return now;
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        now = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(arguments()));
        running = now;
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return now;
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage"));
        if (System.getProperty("user.name").equals("root")) arguments.add("--no-sandbox");
        return arguments;
    }

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("chromium is not on the PATH; bin/test installs it"));
    }
}
