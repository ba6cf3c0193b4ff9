package org.tongban.tracking.view;

import java.util.List;
import org.tongban.platform.code.TrackingCode;

/** What a counter sees after scanning a code: the cases, and the originals to ask for. */
record Card(TrackingCode code, List<TimelineView.CaseView> cases, List<TimelineView.Paper> expected) {}
