package org.tongban.tracking.rating;

import static org.tongban.tracking.timeline.TimelineRoom.CODE;
import static org.tongban.tracking.timeline.TimelineRoom.OWNER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.secret.AesGcmFieldCipher;
import org.tongban.platform.secret.KeyRing;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.tracking.timeline.TimelineRoom;

/** The ratings of a {@link TimelineRoom}, and the owner before it. */
final class RatingRoom {
    static final String COMMENT = "王科长很耐心";
    private static final Caller CITIZEN = new Caller(OWNER, null, Set.of(Role.CITIZEN), null, null, null, null);

    private final Comments comments;
    private final Ratings ratings;

    RatingRoom(TimelineRoom room) {
        KeyRing keys = new KeyRing(List.of(new KeyRing.Key("0", new byte[32])));
        comments = new Comments(room.store.database(), new AesGcmFieldCipher(keys));
        ratings = new Ratings(room.timelines, room.chronicle, comments, room.clock);
    }

    /** The owner rates case 1 with 5 and a comment. */
    Answer rate(String key) {
        Command command = new Command(OWNER, "POST /api/tracking/" + CODE + "/rating", key, "digest", null);
        return ratings.rate(CODE, new RatingBody.Rating(1, 5, COMMENT), CITIZEN, command);
    }

    Optional<String> comment() {
        return comments.find(CODE, 1);
    }
}
