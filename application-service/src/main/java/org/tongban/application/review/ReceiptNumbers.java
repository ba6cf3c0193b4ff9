package org.tongban.application.review;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.Locale;
import org.bson.Document;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Case;

/** Draws 办件编号, counted per department, division and year; a lost race leaves a number unused, none is given twice. */
final class ReceiptNumbers {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> counters;

    ReceiptNumbers(MongoDatabase database) {
        this.counters = database.getCollection("receiptNumbers");
    }

    /** {@code 511602-市场监管-2026-000001} */
    String draw(Application application, Case subject, LocalDate today) {
        String series = application.division().code() + "-" + subject.matter().department() + "-" + today.getYear();
        return String.format(Locale.ROOT, "%s-%06d", series, next(series));
    }

    /** Leaves out all numbers of that series up to this one: it was given by a store that is no more. */
    void given(String receiptNo) {
        int end = receiptNo.lastIndexOf('-');
        if (end > 0 && receiptNo.substring(end + 1).matches("\\d{1,18}")) {
            counters.updateOne(
                    eq("_id", receiptNo.substring(0, end)),
                    max("last", Long.parseLong(receiptNo.substring(end + 1))),
                    new UpdateOptions().upsert(true));
        }
    }

    private long next(String series) {
        try {
            return increment(series);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == DUPLICATE_KEY) {
                return increment(series);
            }
            throw e;
        }
    }

    private long increment(String series) {
        Document counter = counters.findOneAndUpdate(
                eq("_id", series),
                inc("last", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (counter == null) {
            throw new IllegalStateException("the store gave no counter for " + series);
        }
        return counter.getLong("last");
    }
}
