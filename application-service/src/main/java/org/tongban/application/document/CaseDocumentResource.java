package org.tongban.application.document;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;

/** What was handed in for a case, over HTTP. */
@RestController
final class CaseDocumentResource {
    private final CaseDocuments documents;

    CaseDocumentResource(CaseDocuments documents) {
        this.documents = documents;
    }

    record Lines(List<CaseDocuments.Line> items) {}

    @GetMapping("/api/application/applications/{code}/cases/{no}/documents")
    Lines lines(@PathVariable String code, @PathVariable int no, Caller staff) {
        return new Lines(documents.of(TypedCode.parse(code), no, staff));
    }
}
