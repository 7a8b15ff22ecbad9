package io.assay.docserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection as BSON: a tenth of the memory that they take as trees of maps, and
 * one object each for the garbage collector. Whoever reads gets a copy of their own, so a stored
 * document never changes. Guarded by the lock of its collection.
 */
final class StoredDocuments {

    private final MVMap<Object, byte[]> map;
    private final ByteBuf scratch = Unpooled.buffer(4_096);

    StoredDocuments(MVMap<Object, byte[]> map) {
        this.map = map;
    }

    @Nullable Document get(Object position) {
        byte[] stored = map.get(position);
        return stored == null ? null : decoded(stored);
    }

    boolean contains(Object position) {
        return map.containsKey(position);
    }

    /** Returns whether there was one before. */
    boolean put(Object position, Document document) {
        scratch.clear();
        BsonEncoder.encodeDocument(document, scratch);
        return map.put(position, ByteBufUtil.getBytes(scratch)) != null;
    }

    boolean remove(Object position) {
        return map.remove(position) != null;
    }

    int size() {
        return map.size();
    }

    Iterable<Object> positions() {
        return map.keySet();
    }

    Stream<Map.Entry<Object, Document>> stream() {
        return map.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), decoded(entry.getValue())));
    }

    private static Document decoded(byte[] stored) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(stored));
    }
}
