package org.tongban.application.document;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the store takes.
 *
 * @param limit the largest file
 * @param mediaTypes the types it takes, as found by content
 * @param download how files are given out
 * @param upload how they are taken in
 * @param quota how much one owner may have
 * @param looksKept how long an owner can see who looked at their documents
 * @param sweepEvery how often an instance looks for bytes that no document stands for
 */
@ConfigurationProperties("tongban.document")
record DocumentProperties(
        @DefaultValue("20MB") DataSize limit,

        @DefaultValue({"application/pdf", "image/jpeg", "image/png", MediaTypes.OFD})
        Set<String> mediaTypes,

        @DefaultValue Download download,
        @DefaultValue Upload upload,
        @DefaultValue Quota quota,
        @DefaultValue("1095d") Duration looksKept,
        @DefaultValue("10m") Duration sweepEvery) {
    DocumentProperties {
        mediaTypes = Set.copyOf(mediaTypes);
    }

    /**
     * What bounds the files that are given out.
     *
     * @param atOnce how many an instance sends at once
     * @param perPerson how many of them to one person
     * @param slowest in a second; whoever takes less on the whole is cut off
     * @param patience how much longer everybody may take
     */
    record Download(
            @DefaultValue("16") int atOnce,
            @DefaultValue("2") int perPerson,
            @DefaultValue("64KB") DataSize slowest,
            @DefaultValue("30s") Duration patience) {
        /** How long a file of that size may take. */
        Duration longest(long size) {
            return patience.plusSeconds(size / slowest.toBytes());
        }
    }

    /**
     * What bounds the files that are taken in.
     *
     * @param atOnce how many an instance reads at once
     * @param perPerson how many of them from one person
     */
    record Upload(
            @DefaultValue("16") int atOnce,
            @DefaultValue("4") int perPerson) {}

    /**
     * What one owner may upload in all; what agencies issue does not count.
     *
     * @param files how many documents
     * @param size of all of them together
     */
    record Quota(
            @DefaultValue("500") int files,
            @DefaultValue("2GB") DataSize size) {}
}
