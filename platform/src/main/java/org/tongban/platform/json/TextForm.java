package org.tongban.platform.json;

import java.time.DateTimeException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** A value that is one JSON string and nothing else. */
final class TextForm {

    private TextForm() {}

    interface Writer<T> {
        String write(T value);
    }

    interface Reader<T> {
        T read(String text);
    }

    static final class Serializer<T> extends StdScalarSerializer<T> {

        private final transient Writer<T> writer;

        Serializer(Class<T> type, Writer<T> writer) {
            super(type);
            this.writer = writer;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(writer.write(value));
        }
    }

    static final class Deserializer<T> extends StdScalarDeserializer<T> {

        private final transient Reader<T> reader;

        Deserializer(Class<T> type, Reader<T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(
                        this, "%s is a JSON string", handledType().getSimpleName());
            }
            String text = json.getString();
            try {
                return reader.read(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                // the cause stays with it: who answers may want to tell a mistyped code from a broken one
                DatabindException refused = context.weirdStringException(text, handledType(), unreadable.getMessage());
                refused.initCause(unreadable);
                throw refused;
            }
        }
    }
}
