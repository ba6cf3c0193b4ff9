package org.tongban.tracking.restore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongban.tracking.restore.LogReading.Read;
import org.tongban.tracking.timeline.BrokenChain;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.EntryAppended;
import org.tongban.tracking.timeline.Timeline;

/**
 * The entries of the log, put back as they are. The chain decides what belongs to it: an entry that does not follow is
 * passed over, and a code is broken when none that follows comes after it.
 */
final class LoggedEntries {
    private final Chronicle chronicle;
    private final RestoredTimelines restored;
    private final Writer writer;
    private final LogReading reading;
    /** By code, the first place where its chain went on without us. */
    private final Map<String, Gap> gaps = new TreeMap<>();

    private final Map<String, String> unfoldable = new TreeMap<>();

    private final Map<String, Integer> takenOf = new TreeMap<>();

    private long taken;

    private record Gap(int no, String place) {}

    /** Writes the timelines that changed, and says which of them make no sense. */
    interface Writer {
        void write(Collection<Timeline> timelines, BiConsumer<Timeline, RuntimeException> unfoldable);
    }

    LoggedEntries(Chronicle chronicle, RestoredTimelines restored, Writer writer, Consumer<String> tell) {
        this.chronicle = chronicle;
        this.restored = restored;
        this.writer = writer;
        this.reading = new LogReading(tell);
    }

    void read(List<ConsumerRecord<String, byte[]>> messages) {
        List<Read> events = messages.stream()
                .flatMap(message -> reading.event(message).stream())
                .filter(read -> read.event().type().equals(EntryAppended.TYPE))
                .toList();
        Map<String, Timeline> known =
                restored.of(events.stream().map(Read::code).distinct().toList());
        Map<String, Timeline> changed = new HashMap<>();
        for (Read read : events) {
            reading.entry(read).ifPresent(entry -> {
                String code = read.code();
                Timeline timeline = changed.getOrDefault(code, known.getOrDefault(code, Timeline.shell(code)));
                long before = taken;
                Timeline after = with(timeline, entry, read.place());
                if (taken > before) {
                    changed.put(code, after);
                    takenOf.merge(code, 1, Integer::sum);
                }
            });
        }
        writer.write(
                changed.values(),
                (timeline, why) -> unfoldable.put(
                        timeline.code(), timeline.code() + ": its entries cannot be read: " + why.getMessage()));
    }

    /** The log may hold an entry twice; then it is the same one. */
    private Timeline with(Timeline timeline, Entry entry, String place) {
        if (chronicle
                .archives()
                .entry(timeline, entry.no())
                .filter(entry::equals)
                .isPresent()) {
            return timeline;
        }
        try {
            Timeline longer = chronicle.restore(timeline, entry);
            taken++;
            gaps.computeIfPresent(timeline.code(), (code, gap) -> gap.no() <= entry.no() ? null : gap);
            return longer;
        } catch (BrokenChain e) {
            reading.passOver(place, e.getMessage());
            gaps.putIfAbsent(timeline.code(), new Gap(entry.no(), place));
            return timeline;
        } catch (RuntimeException e) {
            reading.passOver(place, "no entry of ours: " + e);
            return timeline;
        }
    }

    long taken() {
        return taken;
    }

    /** What was missing and what is broken, a sentence for each code. */
    List<String> found() {
        return Stream.concat(
                        takenOf.entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue()
                                        + " entries of the log were not on its timeline and are again"),
                        broken().stream())
                .toList();
    }

    List<String> broken() {
        Map<String, String> broken = new TreeMap<>(unfoldable);
        gaps.forEach((code, gap) -> broken.putIfAbsent(
                code,
                code + ": entry " + gap.no() + " at " + gap.place()
                        + " does not continue its chain, and none that does comes after it"));
        return List.copyOf(broken.values());
    }
}
