package org.tongban.platform.mongo;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.jsr310.InstantCodec;
import org.tongban.platform.code.TrackingCode;

/**
 * How our types are stored: records by component name, a tracking code as its 16 characters, a legal day as an ISO
 * date, an instant as a BSON date. A component that is null is absent.
 */
public final class BsonCodecs {
    private static final CodecRegistry REGISTRY = CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(new TrackingCodeCodec(), new LocalDateCodec(), new InstantCodec()),
            CodecRegistries.fromProviders(new RecordCodecProvider()),
            MongoClientSettings.getDefaultCodecRegistry());

    private BsonCodecs() {}

    public static CodecRegistry registry() {
        return REGISTRY;
    }

    public static <T> BsonDocument write(Class<T> type, T value) {
        BsonDocument document = new BsonDocument();
        REGISTRY.get(type)
                .encode(
                        new BsonDocumentWriter(document),
                        value,
                        EncoderContext.builder().build());
        return document;
    }

    public static <T> T read(Class<T> type, BsonDocument document) {
        return REGISTRY.get(type)
                .decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build());
    }

    private static final class TrackingCodeCodec implements Codec<TrackingCode> {
        @Override
        public TrackingCode decode(BsonReader reader, DecoderContext context) {
            return TrackingCode.parse(reader.readString());
        }

        @Override
        public void encode(BsonWriter writer, TrackingCode value, EncoderContext context) {
            writer.writeString(value.value());
        }

        @Override
        public Class<TrackingCode> getEncoderClass() {
            return TrackingCode.class;
        }
    }

    private static final class LocalDateCodec implements Codec<LocalDate> {
        @Override
        public LocalDate decode(BsonReader reader, DecoderContext context) {
            return LocalDate.parse(reader.readString());
        }

        @Override
        public void encode(BsonWriter writer, LocalDate value, EncoderContext context) {
            writer.writeString(value.toString());
        }

        @Override
        public Class<LocalDate> getEncoderClass() {
            return LocalDate.class;
        }
    }
}
