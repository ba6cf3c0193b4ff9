package org.tongban.platform.mongo;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A record as a BSON document, one field per component.
 *
 * <p>The driver's own record codec cannot read records that are not public, and ours are quiet by default. What is
 * absent reads as null, an empty collection, zero or false, so that a component can be added without touching what is
 * stored; what the record does not know is passed over.
 */
final class RecordCodec<T> implements Codec<T> {
    private static final Map<Class<?>, Object> ABSENT = Map.of(
            List.class,
            List.of(),
            Set.class,
            Set.of(),
            Map.class,
            Map.of(),
            int.class,
            0,
            long.class,
            0L,
            double.class,
            0.0,
            boolean.class,
            false);

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    private record Component(
            int place,
            Method accessor,
            Codec<Object> codec,
            @Nullable Object absent) {}

    RecordCodec(Class<T> type, CodecRegistry registry) {
        this.type = type;
        RecordComponent[] all = type.getRecordComponents();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new CodecConfigurationException("a record without its constructor: " + type, impossible);
        }
        constructor.setAccessible(true);
        for (int i = 0; i < all.length; i++) {
            Method accessor = all[i].getAccessor();
            accessor.setAccessible(true);
            Codec<Object> codec = codec(all[i].getGenericType(), registry);
            components.put(all[i].getName(), new Component(i, accessor, codec, ABSENT.get(all[i].getType())));
        }
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> codec(Type type, CodecRegistry registry) {
        if (type instanceof ParameterizedType generic) {
            return registry.get((Class<Object>) generic.getRawType(), List.of(generic.getActualTypeArguments()));
        }
        return registry.get(
                (Class<Object>) MethodType.methodType((Class<?>) type).wrap().returnType());
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeStartDocument();
        components.forEach((name, component) -> {
            Object part = part(component, value);
            if (part != null) {
                writer.writeName(name);
                component.codec().encode(writer, part, context);
            }
        });
        writer.writeEndDocument();
    }

    private @Nullable Object part(Component component, T value) {
        try {
            return component.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new CodecConfigurationException("cannot read " + component.accessor(), e);
        }
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        Object[] parts = new Object[components.size()];
        components.values().forEach(component -> parts[component.place()] = component.absent());
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Component component = components.get(reader.readName());
            if (component == null || reader.getCurrentBsonType() == BsonType.NULL) {
                reader.skipValue();
            } else {
                parts[component.place()] = component.codec().decode(reader, context);
            }
        }
        reader.readEndDocument();
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new CodecConfigurationException("cannot make a " + type.getSimpleName(), e);
        }
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
