package id.tindak.complaint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A voice note that says nothing: a tone, as a real file that a browser plays. */
public final class VoiceNote {

    private static final int RATE = 8_000;

    private VoiceNote() {}

    public static byte[] seconds(int length) {
        byte[] tone = new byte[RATE * length];
        for (int i = 0; i < tone.length; i++) tone[i] = (byte) (40 * Math.sin(i * 440 * 2 * Math.PI / RATE));
        var stream = new AudioInputStream(
                new ByteArrayInputStream(tone), new AudioFormat(RATE, 8, 1, true, false), tone.length);
        ByteArrayOutputStream wave = new ByteArrayOutputStream();
        try {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wave);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return wave.toByteArray();
    }
}
