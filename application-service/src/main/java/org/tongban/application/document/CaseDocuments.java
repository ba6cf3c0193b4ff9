package org.tongban.application.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.secret.Pseudonyms;
import org.tongban.platform.security.Caller;

/** What an applicant handed in, for those who examine it, each case its own lines (行政许可法 34). */
final class CaseDocuments {
    private static final int APPLICATIONS = 50;

    private final Documents documents;
    private final Applications applications;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    CaseDocuments(Documents documents, Applications applications, Pseudonyms pseudonyms, Clock clock) {
        this.documents = documents;
        this.applications = applications;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** A line of the frozen list, and what was given for it. */
    record Line(
            String rid,
            String name,
            String need,
            State state,
            @Nullable String declaration,
            List<Paper> documents) {}

    /** A document without whose it is and where its bytes lie. */
    record Paper(
            String documentId,
            String kind,
            String holder,
            Grade grade,
            String mediaType,
            long size,
            Instant addedAt,
            @Nullable LocalDate validUntil) {
        static Paper of(Document document) {
            return new Paper(
                    document.documentId(),
                    document.kind(),
                    document.holder(),
                    document.grade(),
                    document.mediaType(),
                    document.size(),
                    document.addedAt(),
                    document.validUntil());
        }
    }

    /** A document that these staff may look at, and the look that it will be. */
    record Opened(Document document, Look look) {}

    /** @throws NotFound when there is no such case, or it is examined and expected elsewhere */
    List<Line> of(TrackingCode code, int no, Caller staff) {
        Application application =
                applications.find(code).orElseThrow(NotFound::new).state();
        Case subject = application
                .caseNo(no)
                .filter(each -> Examiners.mayRead(staff, application, each))
                .orElseThrow(NotFound::new);
        List<Requirement> lines = application.requirements().stream()
                .filter(line -> line.isFor(subject.matter().item()))
                .toList();
        List<String> ids =
                lines.stream().flatMap(line -> line.documentIds().stream()).toList();
        Map<String, Document> known = documents.owned(application.owner(), ids).stream()
                .collect(Collectors.toMap(Document::documentId, Function.identity()));
        return lines.stream().map(line -> line(line, known)).toList();
    }

    private static Line line(Requirement line, Map<String, Document> known) {
        return new Line(
                line.rid(),
                line.name(),
                line.need(),
                line.state(),
                line.declaration(),
                line.documentIds().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(Paper::of)
                        .toList());
    }

    /** @throws NotFound when no case that these staff may read asks for it */
    Opened open(String documentId, Caller staff) {
        Document document = documents.find(documentId).orElseThrow(NotFound::new);
        return applications.holding(document.owner(), documentId, APPLICATIONS).stream()
                .flatMap(application -> application.cases().stream()
                        .filter(each -> Examiners.mayRead(staff, application, each))
                        .filter(each -> isAskedFor(application, each, documentId))
                        .map(each -> look(document, application, each, staff)))
                .findFirst()
                .map(look -> new Opened(document, look))
                .orElseThrow(NotFound::new);
    }

    private Look look(Document document, Application application, Case each, Caller staff) {
        return Look.of(
                document,
                pseudonyms.of(staff.id()),
                Examiners.office(staff, application, each),
                application.code(),
                each.no(),
                clock.instant());
    }

    private static boolean isAskedFor(Application application, Case each, String documentId) {
        return application.requirements().stream()
                .anyMatch(line ->
                        line.isFor(each.matter().item()) && line.documentIds().contains(documentId));
    }
}
