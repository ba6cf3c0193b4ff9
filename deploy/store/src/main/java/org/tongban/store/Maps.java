package org.tongban.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** The names of the store's maps: {@code documents/<namespace>} and {@code entries/<namespace>/<index>}. */
final class Maps {

    private static final String DOCUMENTS = "documents/";
    private static final String ENTRIES = "entries/";
    private static final MVMap.Builder<byte[], byte[]> BYTES = new MVMap.Builder<byte[], byte[]>()
            .keyType(ByteArrayDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE);

    private final MVStore store;
    private final MVMap<Integer, Boolean> arrays;

    Maps(MVStore store) {
        this.store = store;
        this.arrays = store.openMap("arrays");
    }

    MVMap<byte[], byte[]> documents(String namespace) {
        return store.openMap(DOCUMENTS + namespace, BYTES);
    }

    MVMap<byte[], byte[]> entries(String namespace, String index) {
        return store.openMap(ENTRIES + namespace + '/' + index, BYTES);
    }

    /** The numbers of the entries maps whose index has met an array. */
    MVMap<Integer, Boolean> arrays() {
        return arrays;
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    void dropDocuments(String namespace) {
        drop(DOCUMENTS + namespace);
    }

    void dropEntries(String namespace, String index) {
        drop(ENTRIES + namespace + '/' + index);
    }

    private void drop(String name) {
        if (store.hasMap(name)) {
            store.removeMap(name);
        }
    }

    /** Renames the maps of a collection; they stay open. */
    void rename(String namespace, String newNamespace) {
        store.renameMap(documents(namespace), DOCUMENTS + newNamespace);
        String before = ENTRIES + namespace + '/';
        for (String name : List.copyOf(store.getMapNames())) {
            if (name.startsWith(before)) {
                String newName = ENTRIES + newNamespace + '/' + name.substring(before.length());
                store.renameMap(store.openMap(name, BYTES), newName);
            }
        }
    }

    long fileSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }
}
