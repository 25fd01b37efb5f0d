package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.message.PostRound;
import id.tindak.phones.Line;
import id.tindak.phones.Network;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** Lets a journey be begun and answered on a citizen's telephone, with a provider in between that speaks as its public pages say. */
public final class PlayedPhone implements Correspondent {

    private final ApplicationContext program;
    private final Line line;
    private final String number;

    /**
     * @param account number or name of the agency there
     * @param number of the citizen, digits only
     */
    public PlayedPhone(
            ApplicationContext program,
            DemoWorld.Founded w,
            Network network,
            String account,
            String citizen,
            String number) {
        this.program = program;
        this.number = number;
        this.line = new TownAccounts(program.getBean(ChannelAccounts.class), program.getBean(Clock.class))
                .connect(
                        w.agency().id(),
                        network,
                        "Akun " + network,
                        account,
                        citizen,
                        number,
                        0,
                        Objects.requireNonNull(w.officers().get("admin")));
    }

    @Override
    public String address() {
        return number;
    }

    @Override
    public void says(String text) {
        assertThat(line.write(text, false, false)).as("the door").isEqualTo(200);
        program.getBean(Reading.class).readAll();
    }

    @Override
    public List<String> heard() {
        PostRound.deliver(program);
        return line.received();
    }

    @Override
    public void close() {
        line.close();
    }
}
