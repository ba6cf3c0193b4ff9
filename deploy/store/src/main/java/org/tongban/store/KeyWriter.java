package org.tongban.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that comparing the bytes compares the values, in the order MongoDB gives to types and values. No
 * value's bytes begin with another's, so the bytes of several values put together compare field by field. Numbers of
 * different types that are equal have equal bytes; decimals are as exact as a double, as the matcher is.
 */
final class KeyWriter {

    /** Stands for an array without elements, which sorts before null. */
    static final Object EMPTY_ARRAY = new Object();

    private static final int END = 0x00;
    private static final int ESCAPE = 0xFF;
    private static final int TERMINATOR = 0x01;
    private static final int TIE_OF_EQUALS = 0x8000;

    private byte[] bytes = new byte[48];
    private int length;

    static byte[] ascending(@Nullable Object value) {
        return new KeyWriter().write(value).toBytes();
    }

    /** The bytes that sort the other way round. */
    static byte[] inverted(byte[] bytes) {
        byte[] inverted = bytes.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }

    static int type(@Nullable Object value) {
        if (Missing.isNullOrMissing(value) || value == null) {
            return 0x10;
        } else if (value == EMPTY_ARRAY) {
            return 0x0F;
        } else if (value instanceof Number) {
            return 0x20;
        } else if (value instanceof String) {
            return 0x30;
        } else if (value instanceof Map) {
            return 0x40;
        } else if (value instanceof Collection) {
            return 0x50;
        } else if (value instanceof BinData || value instanceof UUID || value instanceof LegacyUUID) {
            return 0x60;
        } else if (value instanceof ObjectId) {
            return 0x70;
        } else if (value instanceof Boolean) {
            return 0x80;
        } else if (value instanceof Instant) {
            return 0x90;
        } else if (value instanceof BsonTimestamp) {
            return 0xA0;
        } else if (value instanceof BsonRegularExpression) {
            return 0xB0;
        } else if (value instanceof MinKey) {
            return 0x02;
        } else if (value instanceof MaxKey) {
            return 0xF0;
        }
        return 0xC0;
    }

    KeyWriter write(@Nullable Object value) {
        put(type(value));
        if (value instanceof Number number) {
            number(number);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Map<?, ?> fields) {
            fields(fields);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(this::write);
            put(END);
        } else if (value instanceof BinData data) {
            binary(0, data.getData());
        } else if (value instanceof UUID uuid) {
            binary(4, sixteen(uuid));
        } else if (value instanceof LegacyUUID uuid) {
            binary(3, sixteen(uuid.getUuid()));
        } else if (value instanceof ObjectId id) {
            put(id.toByteArray());
        } else if (value instanceof Boolean truth) {
            put(truth ? 1 : 0);
        } else if (value instanceof Instant instant) {
            put(instant.toEpochMilli() ^ Long.MIN_VALUE);
        } else if (value instanceof BsonTimestamp timestamp) {
            put(timestamp.getValue());
        } else if (type(value) == 0xB0 || type(value) == 0xC0) {
            text(String.valueOf(value));
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void number(Number number) {
        double near = number.doubleValue() == 0.0 ? 0.0 : number.doubleValue();
        long bits = Double.doubleToLongBits(near);
        put(Double.isNaN(near) ? 0 : bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        int tie = number instanceof Long exact ? (int) (exact - (long) near) : 0;
        put((tie + TIE_OF_EQUALS) >>> 8);
        put(tie + TIE_OF_EQUALS);
    }

    private void text(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
            if (b == END) {
                put(ESCAPE);
            }
        }
        put(END);
        put(TERMINATOR);
    }

    private void fields(Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            put(type(value));
            text(String.valueOf(name));
            write(value);
        });
        put(END);
    }

    private void binary(int subtype, byte[] data) {
        put((long) data.length << 8 | subtype);
        put(data);
    }

    private static byte[] sixteen(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private void put(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) b;
    }

    private void put(long eight) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (eight >>> shift));
        }
    }

    private void put(byte[] many) {
        for (byte b : many) {
            put(b);
        }
    }
}
