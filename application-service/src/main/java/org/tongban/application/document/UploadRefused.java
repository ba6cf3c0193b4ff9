package org.tongban.application.document;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.tongban.application.document.DocumentProperties.Quota;
import org.tongban.platform.problem.NotAllowed;

/** Why a file is not taken (422), each with what would be. */
final class UploadRefused {
    private UploadRefused() {}

    static NotAllowed empty() {
        return new NotAllowed("/file", "文件是空的，请重新选择文件。", "The file is empty; choose another one.");
    }

    static NotAllowed type(String found, Collection<String> taken) {
        String types = String.join(", ", new TreeSet<>(taken));
        return new NotAllowed(
                "/file",
                "文件内容是 " + found + "，只接受 " + types + "；改文件名不改变内容。",
                "The file's content is " + found + "; taken are " + types + ". Another name does not change that.");
    }

    static NotAllowed kind(String kind) {
        return new NotAllowed(
                "/kind",
                "没有材料类型 " + kind + "，见 GET /api/catalog/document-kinds，或用清单该行的 form:…。",
                "There is no kind of document " + kind
                        + "; see GET /api/catalog/document-kinds, or use the line's own form:….");
    }

    static NotAllowed holder(String holder, Collection<String> known) {
        String holders = String.join(", ", new TreeSet<>(known));
        return new NotAllowed(
                "/holder",
                "没有持有人 " + holder + "，可选：" + holders + "。",
                "There is no holder " + holder + "; there are " + holders + ".");
    }

    static NotAllowed quota(Usage usage, long size, Quota quota) {
        return new NotAllowed(
                "/file",
                "您的材料库已有 " + usage.files() + " 份上传的材料，共 " + mebibytes(usage.bytes()) + " MB；这个文件 " + mebibytes(size)
                        + " MB，而上限为 " + quota.files() + " 份、" + quota.size().toMegabytes()
                        + " MB。请先删除不再需要的材料（DELETE /api/application/documents/{id}）。",
                "Your store holds " + usage.files() + " uploaded documents of " + mebibytes(usage.bytes())
                        + " MB in all; this file has " + mebibytes(size) + " MB, and the limit is " + quota.files()
                        + " documents and " + quota.size().toMegabytes()
                        + " MB. Delete what you need no more (DELETE /api/application/documents/{id}).");
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
    }
}
