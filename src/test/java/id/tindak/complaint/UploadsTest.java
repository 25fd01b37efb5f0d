package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.tindak.base.web.Texts;
import id.tindak.complaint.Uploads.Origin;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {

    @TempDir
    Path data;

    private FileStore files;
    private Uploads uploads;

    @BeforeEach
    void start() {
        files = new DiskFileStore(data, Clock.systemUTC());
        uploads = new Uploads(files);
    }

    @Test
    void aPhotoIsKeptAsAPhotoWithoutWhatTheCameraNoted() throws Exception {
        StoredFile file = accept("foto.jpeg", SentFiles.jpegOfCamera(60, 40, 1));
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        assertThat(file.name()).isEqualTo("foto.jpg");
        assertThat(file.size()).isEqualTo(content(file).length);
        assertThat(new String(content(file), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
    }

    /** Where the red quarter must be seen: upper left, upper right, lower right, lower left. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void aPhotoStandsAsTheCameraSawIt(int orientation, int right, int low) throws Exception {
        BufferedImage seen = image(accept("foto.jpg", SentFiles.jpegOfCamera(80, 40, orientation)));
        boolean sideways = orientation >= 5;
        assertThat(seen.getWidth()).isEqualTo(sideways ? 40 : 80);
        assertThat(seen.getHeight()).isEqualTo(sideways ? 80 : 40);
        int w = seen.getWidth();
        int h = seen.getHeight();
        for (int x = 0; x < 2; x++)
            for (int y = 0; y < 2; y++)
                assertThat(isRed(seen, w / 4 + x * w / 2, h / 4 + y * h / 2))
                        .as("quarter %d %d", x, y)
                        .isEqualTo(x == right && y == low);
        assertThat(isRed(seen, right * (w - 1), low * (h - 1))).isTrue();
    }

    @Test
    void aPngStaysAPngAndKeepsItsTransparency() throws Exception {
        StoredFile file = accept("tangkapan layar.PNG", SentFiles.png(30, 20));
        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(file.name()).isEqualTo("tangkapan layar.png");
        assertThat(new Color(image(file).getRGB(29, 19), true).getAlpha()).isEqualTo(128);
    }

    @Test
    void aWebpBecomesAPictureThatEveryBrowserAndPrinterKnows() throws Exception {
        assertThat(accept("a.webp", SentFiles.webp()).name()).isEqualTo("a.jpg");
        assertThat(accept("b.webp", SentFiles.webpWithAlpha()).mediaType()).isEqualTo("image/png");
    }

    @Test
    void aPictureIsWhatItsContentSaysNotItsName() throws Exception {
        assertThat(accept("surat.pdf", SentFiles.jpeg(8, 8)).name()).isEqualTo("surat.jpg");
    }

    @Test
    void aPhotoAboveTwentyMegapixelsIsKeptSmaller() throws Exception {
        BufferedImage kept = image(accept("besar.jpg", SentFiles.jpeg(6000, 4000)));
        assertThat(kept.getWidth()).isEqualTo(3000);
        assertThat(kept.getHeight()).isEqualTo(2000);
    }

    @Test
    void aPdfIsKeptAsItIs() throws Exception {
        StoredFile file = accept("surat.pdf", SentFiles.pdf());
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(content(file)).isEqualTo(SentFiles.pdf());
    }

    @Test
    void aVoiceNoteIsKeptUnderTheNameByWhichBrowsersKnowIt() throws Exception {
        byte[] opus = new byte[64];
        System.arraycopy("OggS\0\2".getBytes(StandardCharsets.US_ASCII), 0, opus, 0, 6);
        System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, opus, 28, 8);
        StoredFile note = uploads.accept(1, "kiriman", new ByteArrayInputStream(opus), Origin.MESSAGE);
        assertThat(note.mediaType()).as("not audio/opus, which is for calls").isEqualTo("audio/ogg");
        assertThat(note.name()).isEqualTo("kiriman.ogg");
        assertThat(note.sound()).isTrue();
        assertThat(content(note)).as("as it came").isEqualTo(opus);
        StoredFile wave = uploads.accept(1, "x.wav", new ByteArrayInputStream(VoiceNote.seconds(1)), Origin.MESSAGE);
        assertThat(wave.mediaType()).isEqualTo("audio/wav");
    }

    @Test
    void whatTheBombClaimsIsReadBeforeItIsUnpacked() {
        refused("bom.png", SentFiles.pngBomb(50_000, 50_000), "upload.too-many-pixels");
    }

    @Test
    void aWebpThatHidesALargerFrameIsRefused() {
        byte[] webp = SentFiles.webp();
        webp[26] = (byte) 0xff; // width and height of the coded frame: 16383 each
        webp[27] = 0x3f;
        webp[28] = (byte) 0xff;
        webp[29] = 0x3f;
        assertThat(catchThrowableOfType(Uploads.Refused.class, () -> accept("a.webp", webp)))
                .isNotNull();
    }

    @Test
    void aPictureCutShortIsRefused() {
        for (byte[] whole : new byte[][] {SentFiles.jpeg(400, 300), SentFiles.png(400, 300), SentFiles.webp()}) {
            refused("x.jpg", SentFiles.slice(whole, 0, whole.length * 2 / 3), "upload.damaged");
        }
    }

    @Test
    void aPdfWithAnotherHeadOrTailIsRefused() {
        refused("x.pdf", SentFiles.joined(SentFiles.text("GIF89a"), SentFiles.pdf()), "upload.kind");
        refused("x.pdf", SentFiles.joined(SentFiles.text("\n\n"), SentFiles.pdf()), "upload.damaged");
        refused("x.pdf", SentFiles.slice(SentFiles.pdf(), 0, 90), "upload.damaged");
        refused("x.pdf", SentFiles.joined(SentFiles.pdf(), SentFiles.zip("a.class")), "upload.damaged");
    }

    @Test
    void aSecondFileHiddenBehindAPictureIsNotKept() throws Exception {
        byte[] both = SentFiles.joined(SentFiles.jpeg(20, 20), SentFiles.zip("rahasia.txt"));
        assertThat(new String(content(accept("x.jpg", both)), StandardCharsets.ISO_8859_1))
                .doesNotContain("rahasia.txt");
    }

    @Test
    void aJpegOfEndlessScansIsRefused() {
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0};
        byte[][] scans = new byte[500][];
        java.util.Arrays.fill(scans, scan);
        refused("x.jpg", SentFiles.joined(SentFiles.jpeg(20, 20), SentFiles.joined(scans)), "upload.damaged");
    }

    @Test
    void otherKindsAreRefusedWithASentenceThatSaysWhatToDo() {
        for (String name : new String[] {"x.html", "x.svg", "x.exe", "x.docx", "x.zip", "x.jpg"}) {
            byte[] content = name.equals("x.svg")
                    ? SentFiles.text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
                    : name.equals("x.docx")
                            ? SentFiles.docx()
                            : name.equals("x.zip")
                                    ? SentFiles.zip("a")
                                    : SentFiles.text("<html><script>alert(1)</script></html>");
            Uploads.Refused r = refused(name, content, "upload.kind");
            assertThat(Texts.get("id", r.textKey(), r.args()))
                    .startsWith("Berkas x.")
                    .contains("PDF");
        }
    }

    @Test
    void anEmptyAndATooLargeFileAreRefused() {
        refused("x.jpg", new byte[0], "upload.empty");
        refused("x.jpg", new byte[10_000_001], "upload.too-big");
    }

    @Test
    void anOfficerMayAddOfficeDocuments() throws Exception {
        StoredFile file =
                uploads.accept(1, "telaahan.docx", new ByteArrayInputStream(SentFiles.docx()), Origin.OFFICER);
        assertThat(file.name()).isEqualTo("telaahan.docx");
        assertThat(file.mediaType()).endsWith("wordprocessingml.document");
        assertThatThrownBy(() ->
                        uploads.accept(1, "x.docx", new ByteArrayInputStream(SentFiles.zip("a.class")), Origin.OFFICER))
                .hasMessage("upload.kind-officer");
        assertThatThrownBy(() ->
                        uploads.accept(1, "x.exe", new ByteArrayInputStream(SentFiles.text("MZ\0\0")), Origin.OFFICER))
                .hasMessage("upload.kind-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd.jpg", "C:\\Users\\x\\passwd.jpg", "pass\u0000wd.jpg", "  passwd.jpg. "})
    void aNameIsOnlyAName(String sent) throws Exception {
        assertThat(accept(sent, SentFiles.jpeg(8, 8)).name()).isEqualTo("passwd.jpg");
    }

    @Test
    void aNameKeepsItsLettersAndItsLength() {
        assertThat(Uploads.clean("gpj.\u202Efoto")).isEqualTo("gpj.foto");
        assertThat(Uploads.clean("Jalan rusak – RT 05 😀.jpg")).isEqualTo("Jalan rusak – RT 05 😀.jpg");
        assertThat(Uploads.clean("x".repeat(500) + ".jpg")).hasSize(100).endsWith("x.jpg");
        assertThat(Uploads.clean("///")).isEqualTo("berkas");
    }

    private StoredFile accept(String name, byte[] content) throws Uploads.Refused {
        return uploads.accept(1, name, new ByteArrayInputStream(content), Origin.PUBLIC);
    }

    private Uploads.Refused refused(String name, byte[] content, String key) {
        Uploads.Refused refused = catchThrowableOfType(Uploads.Refused.class, () -> accept(name, content));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.textKey()).isEqualTo(key);
        return refused;
    }

    private byte[] content(StoredFile file) throws IOException {
        try (var in = files.open(1, file.sha256()).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private BufferedImage image(StoredFile file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content(file)));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color c = new Color(image.getRGB(x, y));
        return c.getRed() > 180 && c.getBlue() < 80;
    }
}
