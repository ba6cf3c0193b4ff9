package org.tongban.catalog.item;

import java.time.Instant;
import org.tongban.platform.problem.Said;
import org.tongban.platform.time.LegalZone;

/**
 * That an item cannot be asked for, and what those who wanted it are told.
 *
 * @param standing SUSPENDED until it is resumed, or WITHDRAWN until a draft of it is published
 * @param reason why, {@code 系统改造}
 * @param notice what people can do meanwhile, {@code 10月8日起恢复，急需者请到市级窗口办理}
 * @param by the editor's opaque id
 */
public record Halt(Standing standing, String reason, String notice, String by, Instant since) {

    /** What has happened to the item, why, and what the editors tell. */
    public Said fact(String id, String name) {
        boolean suspended = standing == Standing.SUSPENDED;
        return new Said(
                "事项“" + id + "”（" + name + "）自" + LegalZone.dateOf(since) + "起" + (suspended ? "暂停办理" : "不再办理") + "。原因："
                        + closed(reason, "。") + closed(notice, "。"),
                "The item \"" + id + "\" (" + name + ") " + (suspended ? "is suspended" : "is withdrawn") + " since "
                        + LegalZone.dateOf(since) + ". Reason: " + closed(reason, ".") + " " + closed(notice, "."));
    }

    /** The same for somebody who asks for this item, with what to do. */
    public Said refusal(String id, String name) {
        boolean suspended = standing == Standing.SUSPENDED;
        Said fact = fact(id, name);
        return new Said(
                fact.zh() + (suspended ? "恢复后请重新查询一单。" : "请改选其他事项。"),
                fact.en() + (suspended ? " Ask again once it is resumed." : " Choose another item."));
    }

    private static String closed(String text, String stop) {
        return text.matches("(?s).*[。！？.!?]$") ? text : text + stop;
    }
}
