package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import org.tongban.local.seed.Office;
import org.tongban.local.seed.Offices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is handed in lies on somebody's desk; who works it can read it, and nobody else can. */
@Order(4)
class DeskJourneyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOME = "511602";
    private static final Path DATA = House.stack().place().house().resolve("deploy/data");

    /** Where a case is worked. */
    private record Desk(String department, String division) {
        static Desk of(JsonNode guide) {
            String division = guide.path("division").path("code").asString(HOME);
            return new Desk(guide.path("department").asString(), division);
        }
    }

    @Test
    void everyItemOfTheCatalogueIsTakenAndLiesOnItsDesk() {
        Conversation owner = House.as("citizen2");
        Map<String, Desk> handedIn = new LinkedHashMap<>();
        for (JsonNode guide : guides()) {
            Desk desk = Desk.of(guide);
            handedIn.put(submit(owner, bag(owner, guide, desk.division())), desk);
        }

        Map<Desk, Set<String>> worklists = new LinkedHashMap<>();
        for (Office office : Offices.in(DATA)) {
            worklists.put(
                    new Desk(office.department(), office.division()),
                    worklist(new Patient(House.as(office.reviewer()))));
        }
        handedIn.forEach((code, desk) ->
                assertThat(worklists.get(desk)).as("the desk of %s", desk).contains(code));
    }

    @Test
    void whereNobodyWorksNothingIsTakenAndTheHallIsNamed() {
        Conversation owner = House.as("citizen1");
        JsonNode tobacco = guides().stream()
                .filter(guide -> guide.path("department").asString().equals("烟草专卖"))
                .findFirst()
                .orElseThrow();

        Answer refused = owner.post("/api/application/applications", Map.of("bagId", bag(owner, tobacco, "510104")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asString()).contains("烟草专卖", "510104", "大厅");
    }

    @Test
    void aReviewerReadsTheDocumentsOfAnOwnCaseAndNobodyElses() {
        Conversation owner = House.as("citizen1");
        Citizen citizen = new Citizen(owner);
        String bag = citizen.fill();
        JsonNode line = lineOfOnePaper(owner, bag);
        String document = upload(owner, line.path("kinds").path(0).path(0));
        owner.put(
                        "/api/application/bags/" + bag + "/requirements/"
                                + line.path("rid").asString(),
                        Map.of("documentIds", List.of(document)))
                .expect(200);
        String subject = "/api/application/applications/" + citizen.submit(bag) + "/cases/1/";
        String content = "/api/application/documents/" + document + "/content";

        for (String examiner : List.of("reviewer1", "reviewer-market-regulation")) {
            House.as(examiner).get(content).expect(200);
            House.as(examiner).get(subject + "documents").expect(200);
            House.as(examiner).get(subject + "applicant").expect(200);
        }
        for (String stranger : List.of("reviewer2", "reviewer3", "reviewer-tobacco", "counter2")) {
            House.as(stranger).get(content).expect(404);
            House.as(stranger).get(subject + "documents").expect(404);
        }
        House.as("counter1").get(subject + "documents").expect(200);
        House.as("reviewer-tobacco").get(subject + "applicant").expect(404);
        House.as("citizen2").get(content).expect(404);
        House.as("citizen2").get(subject + "applicant").expect(403);
        assertThat(owner.get("/api/application/looks?limit=100").expect(200).body())
                .contains(document, "APPLICANT");
    }

    private static JsonNode lineOfOnePaper(Conversation owner, String bag) {
        for (JsonNode requirement :
                owner.get("/api/application/bags/" + bag).expect(200).json().path("requirements")) {
            if (requirement.path("kinds").size() == 1) {
                return requirement;
            }
        }
        throw new AssertionError("no line of the bag asks for one paper");
    }

    private static String upload(Conversation owner, JsonNode wanted) {
        byte[] file = ("%PDF-1.4\n%" + UUID.randomUUID() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
        return owner.upload(
                        "/api/application/documents",
                        "paper.pdf",
                        file,
                        Map.of(
                                "kind",
                                wanted.path("kind").asString(),
                                "holder",
                                wanted.path("holder").asString()))
                .expect(201)
                .json()
                .path("documentId")
                .asString();
    }

    private static String submit(Conversation owner, String bag) {
        return new Citizen(owner).submit(bag);
    }

    /** A bag for that item alone, with the first answer to each question and every paper shown at the counter. */
    private static String bag(Conversation owner, JsonNode guide, String division) {
        Patient citizen = new Patient(owner);
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> wish = Map.of(
                "items",
                List.of(guide.path("id").asString()),
                "division",
                division,
                "applicant",
                guide.path("applicants").path(0).asString(),
                "answers",
                answers);
        JsonNode inquiry =
                citizen.post("/api/catalog/inquiries", wish).expect(200).json();
        while (!inquiry.path("complete").asBoolean()) {
            for (JsonNode question : inquiry.path("questions")) {
                String first = question.path("options").path(0).path("value").asString();
                answers.put(
                        question.path("key").asString(), question.path("multi").asBoolean() ? List.of(first) : first);
            }
            inquiry = citizen.post("/api/catalog/inquiries", wish).expect(200).json();
        }
        String listNo = citizen.post("/api/catalog/lists", wish)
                .expect(201)
                .json()
                .path("listNo")
                .asString();
        Citizen filling = new Citizen(owner);
        return filling.fill(filling.open(listNo));
    }

    /** The codes on a reviewer's worklist, all pages of it. */
    private static Set<String> worklist(Patient reviewer) {
        Set<String> codes = new HashSet<>();
        String page = "/api/application/worklist?limit=100";
        String next = "";
        do {
            JsonNode seen = reviewer.get(page + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            seen.path("items").forEach(row -> codes.add(row.path("code").asString()));
            next = seen.path("next").asString("");
        } while (!next.isEmpty());
        return codes;
    }

    private static List<JsonNode> guides() {
        try (Stream<Path> files = Files.list(DATA.resolve("items"))) {
            return files.sorted().map(DeskJourneyTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
