package org.tongban.application.document;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.identity.VerifiedName;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;

/** What was handed in for a case, and by whom, over HTTP. */
@RestController
final class CaseDocumentResource {
    private final CaseDocuments documents;
    private final Applicants applicants;

    CaseDocumentResource(CaseDocuments documents, Applicants applicants) {
        this.documents = documents;
        this.applicants = applicants;
    }

    record Lines(List<CaseDocuments.Line> items) {}

    @GetMapping("/api/application/applications/{code}/cases/{no}/documents")
    Lines lines(@PathVariable String code, @PathVariable int no, Caller staff) {
        return new Lines(documents.of(TypedCode.parse(code), no, staff));
    }

    /** Nothing between here and the reviewer keeps a name. */
    @GetMapping("/api/application/applications/{code}/cases/{no}/applicant")
    ResponseEntity<VerifiedName> applicant(@PathVariable String code, @PathVariable int no, Caller staff) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(applicants.of(TypedCode.parse(code), no, staff));
    }
}
