package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A case can always be brought to an end, and officers who toss a coin bring it there. */
class RandomWalkTest {

    private static final List<Sop> ALL = List.of(
            SopTexts.sop("000-sipesut-kukar"),
            SopTexts.sop("001-sms-wa"),
            SopTexts.sop("002-dprd-pasuruan"),
            SopTexts.sop("003-mojokerto"),
            SopTexts.sop("004-cilacap-laporbup"));

    @Test
    void wherever_a_random_walk_stands_an_end_is_within_reach() {
        qt().forAll(
                        integers().between(0, ALL.size() - 1),
                        longs().all(),
                        integers().between(0, 200))
                .checkAssert((which, seed, length) -> {
                    Sop sop = ALL.get(which);
                    for (String channel : sop.channels().keySet()) {
                        String at = walk(sop, channel, new Random(seed), length);
                        assertThat(shortestEnd(sop, at))
                                .as(sop.code() + " " + channel + " " + at)
                                .isLessThanOrEqualTo(sop.steps().size());
                    }
                });
    }

    @Test
    void a_walk_with_a_fair_coin_ends() {
        qt().forAll(integers().between(0, ALL.size() - 1), longs().all()).checkAssert((which, seed) -> {
            Sop sop = ALL.get(which);
            for (String channel : sop.channels().keySet()) {
                // the longest ring has chance 1/2 to be left each time it comes round: 5,000 steps are beyond any luck
                assertThat(Sop.isEnd(walk(sop, channel, new Random(seed), 5_000)))
                        .as(sop.code() + " from " + channel)
                        .isTrue();
            }
        });
    }

    @Test
    void every_step_of_every_procedure_is_met_by_some_walk() {
        for (Sop sop : ALL) {
            Set<String> met = new TreeSet<>();
            for (String channel : sop.channels().keySet()) {
                for (int seed = 0; seed < 300; seed++) {
                    Random random = new Random(seed);
                    String at = start(sop, channel);
                    while (!Sop.isEnd(at)) {
                        met.add(at);
                        at = next(sop.step(at), random);
                    }
                }
            }
            assertThat(met).as(sop.code()).hasSameSizeAs(sop.steps());
        }
    }

    private static String walk(Sop sop, String channel, Random random, int most) {
        String at = start(sop, channel);
        for (int i = 0; i < most && !Sop.isEnd(at); i++) at = next(sop.step(at), random);
        return at;
    }

    private static String start(Sop sop, String channel) {
        return Objects.requireNonNull(sop.channels().get(channel)).start();
    }

    private static String next(Step step, Random random) {
        return step.branches().get(random.nextInt(step.branches().size())).target();
    }

    private static int shortestEnd(Sop sop, String from) {
        Set<String> layer = Set.of(from);
        for (int steps = 0; steps <= sop.steps().size(); steps++) {
            if (layer.stream().anyMatch(Sop::isEnd)) return steps;
            Set<String> next = new HashSet<>();
            layer.forEach(no -> sop.step(no).branches().forEach(branch -> next.add(branch.target())));
            layer = next;
        }
        return Integer.MAX_VALUE;
    }
}
