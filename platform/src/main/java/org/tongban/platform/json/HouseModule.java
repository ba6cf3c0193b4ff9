package org.tongban.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.time.Instants;
import tools.jackson.databind.module.SimpleModule;

/** The texts by which our values travel in JSON. */
final class HouseModule extends SimpleModule {

    HouseModule() {
        super("tongban");
        text(Instant.class, Instants::text, Instants::parse);
        text(LocalDate.class, LocalDate::toString, Instants::parseDay);
        text(TrackingCode.class, TrackingCode::display, TrackingCode::parse);
    }

    private <T> void text(Class<T> type, TextForm.Writer<T> writer, TextForm.Reader<T> reader) {
        addSerializer(type, new TextForm.Serializer<>(type, writer));
        addDeserializer(type, new TextForm.Deserializer<>(type, reader));
    }
}
