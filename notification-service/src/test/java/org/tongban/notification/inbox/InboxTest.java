package org.tongban.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.inbox.Inbox;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Role;

@WebMvcTest(InboxResource.class)
@Import(InboxResource.class)
class InboxTest {
    private static final TestStore STORE = TestStore.open();
    private static final String OWNER = "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01";
    private static final List<String> STORY = List.of(
            "application.submitted.v1",
            "application.case-claimed.v1",
            "application.case-accepted.v1",
            "application.correction-requested.v1",
            "application.correction-answered.v1",
            "application.case-decided.v1",
            "application.result-delivered.v1");

    @SpringBootConfiguration
    static class Service {
        @Bean
        MongoDatabase database() {
            return STORE.database();
        }

        @Bean
        AggregateStore<Correspondence> store(MongoDatabase database, Clock clock) {
            return new AggregateStore<>(database, InboxConfiguration.CORRESPONDENCE, clock, id -> {});
        }

        @Bean
        Inboxes inboxes(AggregateStore<Correspondence> store) {
            return new Inboxes(store);
        }

        @Bean
        Words words() {
            return new Words();
        }

        @Bean
        Access access() {
            return paths -> paths.requestMatchers("/api/notification/inbox/**").hasRole(Role.CITIZEN.name());
        }

        @Bean
        JwtDecoder decoder() {
            return token -> {
                throw new BadJwtException("not in this test");
            };
        }
    }

    private final MockMvc http;
    private final AggregateStore<Correspondence> store;
    private final Inbox inbox;
    private final Instant start = TestClock.START;

    InboxTest(
            @Autowired MockMvc http,
            @Autowired AggregateStore<Correspondence> store,
            @Autowired MongoDatabase database) {
        this.http = http;
        this.store = store;
        this.inbox = new Inbox(
                Map.of(new Source("application"), InboxConfiguration.handlers(store, new Writing(new TestClock()))),
                database,
                new TestClock());
    }

    @BeforeEach
    void empty() {
        store.documents().deleteMany(new BsonDocument());
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void everyStepThatConcernsTheOwnerIsOneMessage() throws Exception {
        tell(draw(), STORY);

        http.perform(get("/api/notification/inbox").with(Tokens.citizen(OWNER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(5))
                .andExpect(jsonPath("$.unread").value(5))
                .andExpect(jsonPath("$.next").isEmpty())
                .andExpect(jsonPath("$.items[0].type").value("application.result-delivered.v1"))
                .andExpect(jsonPath("$.items[0].read").value(false))
                .andExpect(jsonPath("$.items[3].caseNo").value(2))
                .andExpect(jsonPath("$.items[3].text").value("“食品经营许可（新办）”已受理，应在 2026-12-04 前作出决定。"))
                .andExpect(jsonPath("$.items[4].caseNo").isEmpty());
    }

    @Test
    void theWordsAreTheReadersLanguage() throws Exception {
        tell(draw(), STORY.subList(0, 1));

        http.perform(get("/api/notification/inbox").with(Tokens.citizen(OWNER)).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.items[0].title").value("Application submitted"));
    }

    @Test
    void heardTwiceAndInAnyOrderTheMessagesAreTheSame() {
        Random shuffles = new Random(7);
        for (int round = 0; round < 8; round++) {
            String code = draw();
            List<Envelope> twice = new ArrayList<>(events(code, STORY));
            twice.addAll(events(code, STORY));
            Collections.shuffle(twice, shuffles);

            twice.forEach(inbox::hear);

            assertThat(store.find(code).orElseThrow().state().messages())
                    .extracting(Message::template)
                    .containsExactly("submitted", "accepted", "correction", "granted", "delivered");
            assertThat(store.find(code).orElseThrow().told(new Source("notification")))
                    .isEqualTo(5);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatOverAllCodes() throws Exception {
        for (int i = 0; i < 4; i++) {
            tell(draw(), STORY);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;

        do {
            var request = get("/api/notification/inbox").param("limit", "3").with(Tokens.citizen(OWNER));
            String body = http.perform(cursor == null ? request : request.param("cursor", cursor))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> ids = com.jayway.jsonpath.JsonPath.read(body, "$.items[*].id");
            seen.addAll(ids);
            cursor = com.jayway.jsonpath.JsonPath.read(body, "$.next");
        } while (cursor != null);

        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aMessageIsMarkedAsReadOnceAndStaysSo() throws Exception {
        String code = draw();
        tell(code, STORY.subList(0, 3));

        for (int i = 0; i < 2; i++) {
            http.perform(post("/api/notification/inbox/{id}/read", code + "-3").with(Tokens.citizen(OWNER)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.read").value(true));
        }

        http.perform(get("/api/notification/inbox").with(Tokens.citizen(OWNER)))
                .andExpect(jsonPath("$.unread").value(1));
    }

    @Test
    void aStrangerSeesNothingAndCanMarkNothing() throws Exception {
        String code = draw();
        tell(code, STORY);

        http.perform(get("/api/notification/inbox").with(Tokens.citizen("stranger")))
                .andExpect(jsonPath("$.items.length()").value(0))
                .andExpect(jsonPath("$.unread").value(0));
        http.perform(post("/api/notification/inbox/{id}/read", code + "-1").with(Tokens.citizen("stranger")))
                .andExpect(status().isNotFound());
        http.perform(post("/api/notification/inbox/{id}/read", "no-such").with(Tokens.citizen(OWNER)))
                .andExpect(status().isNotFound());
        http.perform(get("/api/notification/inbox")).andExpect(status().isUnauthorized());
        http.perform(get("/api/notification/inbox").with(Tokens.reviewer("r", "市场监管", "511602")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCursorOrLimitThatIsNoneIsABadRequest() throws Exception {
        for (String none : List.of("x", "+1000000000-12-31T23:59:59.999999999Z,x", "2026-13-01T00:00:00Z,x")) {
            http.perform(get("/api/notification/inbox").param("cursor", none).with(Tokens.citizen(OWNER)))
                    .andExpect(status().isBadRequest());
        }
        http.perform(get("/api/notification/inbox").param("limit", "0").with(Tokens.citizen(OWNER)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void ofOneCodeTheNewestTwoHundredMessagesAreKept() {
        Correspondence about = Correspondence.about(draw());
        for (int i = 0; i < 300; i++) {
            about = about.with(new Message("m" + i, 1, "t", "accepted", Map.of(), start.plusSeconds(i), false));
        }

        assertThat(about.messages()).hasSize(Correspondence.MOST_MESSAGES);
        assertThat(about.message("m99")).isEmpty();
        assertThat(about.message("m100")).isPresent();
        assertThat(about.unread()).isEqualTo(Correspondence.MOST_MESSAGES);
        assertThat(about.firstMessageAt()).isEqualTo(start.plusSeconds(100));
        assertThat(about.lastMessageAt()).isEqualTo(start.plusSeconds(299));
    }

    private void tell(String code, List<String> types) {
        events(code, types).forEach(inbox::hear);
    }

    private List<Envelope> events(String code, List<String> types) {
        List<Envelope> events = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            events.add(Contracts.envelope(types.get(i), code, i + 1L, start.plusSeconds(60L * i)));
        }
        return events;
    }

    private static String draw() {
        return TrackingCode.draw(new java.security.SecureRandom()).value();
    }
}
