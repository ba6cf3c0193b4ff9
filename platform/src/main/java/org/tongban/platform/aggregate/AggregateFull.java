package org.tongban.platform.aggregate;

import com.mongodb.MongoException;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A record is as large as one may become (422). */
public final class AggregateFull extends Refusal {
    private static final ProblemType TYPE = new ProblemType("aggregate-full", 422, "记录已达到大小上限", "The record is full");
    /** MongoDB's BSONObjectTooLarge, and the two for a document that an update would make too large. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    /** What one document may hold in MongoDB, less what the store adds. */
    static final DataSize HARD = DataSize.ofBytes(16 * 1024 * 1024 - 64 * 1024);

    /** @param limit the size it may have */
    AggregateFull(DataSize limit) {
        super(
                TYPE,
                "这份记录已达到 " + limit.toMegabytes() + " MB 的上限，不能再增加内容；请删除不再需要的内容，或者新建一份。",
                "This record has reached its limit of " + limit.toMegabytes()
                        + " MB and takes no more; remove what it no longer needs, or begin a new one.");
    }

    /** Whether a store says that a document, or what an update makes of it, is larger than one may be. */
    public static boolean isSaidBy(MongoException e) {
        return TOO_LARGE.contains(e.getCode());
    }

    /** For what the store itself would not take. */
    public static AggregateFull ofStore() {
        return new AggregateFull(HARD);
    }
}
