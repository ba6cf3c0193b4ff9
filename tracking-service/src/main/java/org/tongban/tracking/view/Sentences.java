package org.tongban.tracking.view;

import static java.util.Map.entry;

import java.util.Map;
import org.tongban.platform.problem.Said;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Standing;

/**
 * The table of sentences: for each type of event what everybody reads and, where it differs, what the owner and the
 * staff concerned read. Rendered on reading, never hashed.
 *
 * <p>A sentence with a word in it that the facts do not have gives way to the one for everybody.
 */
final class Sentences {
    /** The type of entries that hold a score; not everybody who reads the rest in full may read it. */
    static final String RATED = "tracking.rated.v1";

    private record Template(Said everybody, Said fully) {}

    private static final Template UNKNOWN = of("办理记录已更新", "A step was recorded");

    private static final Map<String, Template> TABLE = Map.ofEntries(
            entry("application.submitted.v1", of("已提交，共{cases}项", "Submitted, {cases} in all")),
            entry(
                    "application.case-submitted.v1",
                    of("{case}：所等事项已办结，现已提交", "{case}: what it waited for is done, submitted now")),
            entry("application.case-claimed.v1", of("{case}：已有工作人员承办", "{case}: a reviewer has taken it up")),
            entry(
                    "application.case-accepted.v1",
                    of(
                            "{case}：已受理",
                            "{case}: accepted",
                            "{case}：已受理，受理编号 {receiptNo}，应于 {due} 前办结",
                            "{case}: accepted under number {receiptNo}, due on {due}")),
            entry(
                    "application.case-not-accepted.v1",
                    of(
                            "{case}：{kind}",
                            "{case}: {kind}",
                            "{case}：{kind}，请向{rightBody}申请",
                            "{case}: {kind}; apply to {rightBody}")),
            entry(
                    "application.case-terminated.v1",
                    of("{case}：因第 {because} 项未办成而终止", "{case}: ended, since case {because} was not granted")),
            entry(
                    "application.correction-requested.v1",
                    of(
                            "{case}：需要补正",
                            "{case}: corrections are needed",
                            "{case}：需要补正 {count} 项材料，已一次性告知",
                            "{case}: {count} documents need correction, all of them named at once")),
            entry("application.correction-answered.v1", of("{case}：已补正", "{case}: the corrections were handed in")),
            entry(
                    "application.case-suspended.v1",
                    of(
                            "{case}：办理期限暂停计算",
                            "{case}: the clock is stopped",
                            "{case}：因{ground}暂停计算办理期限",
                            "{case}: the clock is stopped for {ground}")),
            entry(
                    "application.case-resumed.v1",
                    of(
                            "{case}：办理期限恢复计算",
                            "{case}: the clock goes on",
                            "{case}：办理期限恢复计算，应于 {due} 前办结",
                            "{case}: the clock goes on, due on {due}")),
            entry(
                    "application.case-extended.v1",
                    of(
                            "{case}：办理期限已延长",
                            "{case}: the limit was extended",
                            "{case}：办理期限已延长至 {due}",
                            "{case}: the limit was extended to {due}")),
            entry("application.case-decided.v1", of("{case}：已作出决定，{outcome}", "{case}: decided, {outcome}")),
            entry(
                    "application.result-delivered.v1",
                    of(
                            "{case}：结果已送达",
                            "{case}: the result was delivered",
                            "{case}：结果已送达（{method}）",
                            "{case}: the result was delivered ({method})")),
            entry("application.withdrawn.v1", of("{case}：已撤回", "{case}: withdrawn")),
            entry(
                    "application.custody-changed.v1",
                    of("原件保管情况已更新", "The custody of an original changed", "{papers}：{custody}", "{papers}: {custody}")),
            entry(
                    "application.scan-disputed.v1",
                    of(
                            "一次窗口扫码与记录不符，正在核对",
                            "A scan does not fit the record and is looked into",
                            "{papers}：一次窗口扫码与记录不符（{reason}），正在核对",
                            "{papers}: a scan does not fit the record ({reason}) and is looked into")),
            entry(
                    "application.request-beyond-list-refused.v1",
                    of(
                            "{case}：清单以外的材料要求已被拒绝",
                            "{case}: a request beyond the list was refused",
                            "{case}：{department}提出清单以外的材料要求，已被拒绝并留痕",
                            "{case}: {department} asked for more than the list says; refused and recorded")),
            entry(
                    "tracking.scan-recorded.v1",
                    of("窗口：{action}", "Counter: {action}", "窗口：{action}，{papers}", "Counter: {action}, {papers}")),
            entry(RATED, of("{case}：已评价", "{case}: rated", "{case}：已评价 {score} 分", "{case}: rated {score} of 5")),
            entry("tracking.light-changed.v1", of("{case}：时限亮{light}灯", "{case}: the light turned {light}")),
            entry("notification.sent.v1", of("已发送通知", "A notice was sent")));

    private Sentences() {}

    static Said of(Entry entry, Facts facts, Standing standing, boolean fully) {
        Template template = TABLE.getOrDefault(entry.type(), UNKNOWN);
        Words words = new Words(entry, facts, standing);
        if (fully) {
            Said full = words.into(template.fully());
            if (full != null) {
                return full;
            }
        }
        Said plain = words.into(template.everybody());
        return plain == null ? UNKNOWN.everybody() : plain;
    }

    private static Template of(String zh, String en) {
        return new Template(new Said(zh, en), new Said(zh, en));
    }

    private static Template of(String zh, String en, String fullZh, String fullEn) {
        return new Template(new Said(zh, en), new Said(fullZh, fullEn));
    }
}
