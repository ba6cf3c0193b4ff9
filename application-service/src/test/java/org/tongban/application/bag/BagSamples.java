package org.tongban.application.bag;

import static org.tongban.application.document.DocumentSamples.uploaded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.tongban.application.bag.Given.Means;
import org.tongban.application.catalog.Line;
import org.tongban.application.catalog.Lists;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.document.DocumentSamples;
import org.tongban.application.document.Documents;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.TestClock;

/** Bags of {@code citizen1} for the list of flow.md. */
final class BagSamples {
    static final Instant NOW = TestClock.START;
    static final TrackingCode CODE = TrackingCode.draw(new Random(1));

    private BagSamples() {}

    static Bag open() {
        return open(CODE);
    }

    private static Bag open(TrackingCode code) {
        String json = Lists.restaurant();
        return Bag.open("b1", "citizen1", SignedList.read(json), json, code, NOW, NOW.plus(Duration.ofDays(30)));
    }

    /** Two documents for line 9, the originals of all others come to the counter. */
    static Bag full() {
        return full(CODE);
    }

    static Bag full(TrackingCode code) {
        Bag bag = open(code);
        SignedList list = bag.list();
        for (Line line : list.lines()) {
            if (line.satisfiedBy() == null && !line.rid().equals("r9")) {
                bag = give(bag, list, Given.plainly(line.rid(), Means.ORIGINAL));
            }
        }
        List<Document> both = List.of(
                uploaded("d-rules", "fire-safety-rules", "organisation"),
                uploaded("d-plan", "emergency-plan", "premises"));
        return give(bag, list, Given.documents("r9", both));
    }

    /** Those that a full bag names. */
    static void keepDocuments(Documents documents) {
        DocumentSamples.kept(documents, "d-rules", "fire-safety-rules", "organisation");
        DocumentSamples.kept(documents, "d-plan", "emergency-plan", "premises");
    }

    static Bag give(Bag bag, SignedList list, Given given) {
        Line line = list.line(given.rid()).orElseThrow();
        return bag.give(line, given, list, NOW, NOW.plus(Duration.ofDays(180)));
    }
}
