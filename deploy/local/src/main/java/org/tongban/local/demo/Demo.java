package org.tongban.local.demo;

import java.time.Clock;
import java.util.function.Consumer;
import org.tongban.local.http.Conversation;

/** The story of {@code open-restaurant}: each run submits a new application and plays it to its end. */
public final class Demo {

    private final String base;

    private final Narrator narrator;

    private final Clock clock;

    public Demo(String base, Clock clock, Consumer<String> line) {
        this.base = base;
        this.narrator = new Narrator(line);
        this.clock = clock;
    }

    /** Tells it; the tracking code. */
    public String play() {
        Conversation anybody = Conversation.with(base);
        Conversation citizen = anybody.as("citizen1");
        CodeChapter code = new CodeChapter(anybody, citizen, narrator);
        CounterChapter counter = new CounterChapter(anybody, narrator, clock);

        String listNo = new ListChapter(anybody, narrator).tell();
        String trackingCode = new BagChapter(citizen, narrator).tell(listNo);
        code.tellOfTheSubmission(trackingCode);
        counter.tellOfTheOriginal(trackingCode);
        new CaseChapter(anybody, narrator).tell(trackingCode);
        counter.tellOfTheResults(trackingCode, citizen);
        code.tellOfTheEnd(trackingCode);
        return trackingCode;
    }
}
