package org.tongban.gateway.limit;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.gateway.problem.Said;
import org.tongban.gateway.route.CallKind;

/** The scarce things, and who has how much of them. */
@Component
final class Shares {
    private final Share bodies;
    private final Map<CallKind, Share> byKind = new EnumMap<>(CallKind.class);

    Shares(ShareSettings settings) {
        bodies = new Share(new Said("正在发送的请求", "requests still being sent"), settings.bodies());
        byKind.put(CallKind.UPLOAD, new Share(new Said("正在上传的文件", "uploads"), settings.uploads()));
        byKind.put(CallKind.DOWNLOAD, new Share(new Said("正在下载的文件", "downloads"), settings.downloads()));
        byKind.put(CallKind.PRINT, new Share(new Said("正在排版的文件", "prints"), settings.prints()));
        byKind.put(CallKind.STREAM, new Share(new Said("打开的实时更新", "open streams"), settings.streams()));
    }

    Share bodies() {
        return bodies;
    }

    /** Of calls of this kind; nothing for the kinds that are not scarce. */
    @Nullable
    Share of(CallKind kind) {
        return byKind.get(kind);
    }
}
