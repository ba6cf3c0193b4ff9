package org.tongban.catalog.importing;

import java.io.IOException;
import org.tongban.platform.problem.Said;

/** Somebody sends more than one import takes; the rest is not read. */
final class Overrun extends IOException {
    private final transient Said said;

    private Overrun(Said said) {
        super(said.en());
        this.said = said;
    }

    static Overrun ofAnItem(long most) {
        return new Overrun(new Said(
                "此处的事项超过" + most + "字节的上限。", "What stands here is longer than the " + most + " bytes of an item."));
    }

    static Overrun ofTheRatio(int most) {
        return new Overrun(new Said(
                "文件解压后超过压缩大小的" + most + "倍，请分成几个文件导入。",
                "Unpacked the file is more than " + most + " times its size; bring it in as several files."));
    }

    static Overrun inAll(long most) {
        return new Overrun(new Said(
                "文件解压后超过" + most + "字节的上限，请分成几个文件导入。",
                "Unpacked the file is larger than " + most + " bytes; bring it in as several files."));
    }

    Said said() {
        return said;
    }
}
