package org.tongban.application.document;

import java.util.Optional;
import org.tongban.platform.problem.Said;

/** Where documents are used: nothing that is may be deleted. */
public interface DocumentUse {
    /** What it is used for, and what its owner can do about it; empty when it is not used here. */
    Optional<Said> of(Document document);
}
