package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Set;

/** A document as the store keeps it, BSON: each reader gets a copy of its own. */
final class StoredForm {

    private static final int USUAL_SIZE = 1_024;
    private static final int BINARY_SUBTYPE = 1;
    private static final int OBJECT_ID = 12;
    private static final int DECIMAL = 16;

    private StoredForm() {}

    static byte[] of(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_SIZE);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document read(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Only some fields of the document, passing over all others. */
    static Document read(byte[] bytes, Set<String> fields) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        buffer.skipBytes(Integer.BYTES);
        Document document = new Document();
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            String name = BsonDecoder.decodeCString(buffer);
            if (fields.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, buffer));
            } else {
                pass(type, buffer);
            }
        }
        return document;
    }

    private static void pass(byte type, ByteBuf buffer) {
        switch (type) {
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> {
                int length = buffer.readIntLE();
                buffer.skipBytes(length);
            }
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> {
                int length = buffer.readIntLE();
                buffer.skipBytes(length - Integer.BYTES);
            }
            case BsonConstants.TYPE_DATA -> {
                int length = buffer.readIntLE();
                buffer.skipBytes(BINARY_SUBTYPE + length);
            }
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_INT64,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP -> buffer.skipBytes(Long.BYTES);
            case BsonConstants.TYPE_INT32 -> buffer.skipBytes(Integer.BYTES);
            case BsonConstants.TYPE_BOOLEAN -> buffer.skipBytes(1);
            case BsonConstants.TYPE_OBJECT_ID -> buffer.skipBytes(OBJECT_ID);
            case BsonConstants.TYPE_DECIMAL128 -> buffer.skipBytes(DECIMAL);
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
