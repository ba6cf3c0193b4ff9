package org.tongban.platform.aggregate;

/**
 * Which record is stored where.
 *
 * @param type the aggregate's record
 * @param collection the collection's name, a plural
 * @param id the record component that is the {@code _id}, a string or a tracking code
 */
public record AggregateType<T>(Class<T> type, String collection, String id) {}
