package org.tongban.catalog.comparing;

import java.util.Map;
import org.tongban.platform.problem.Said;

/** How one calls the fields of the gsi-1 form; an unknown one by its own name. */
final class FieldNames {
    private static final Map<String, Said> NAMES = Map.ofEntries(
            name("name", "名称", "name"),
            name("department", "部门", "department"),
            name("scope", "适用范围", "scope"),
            name("overrides", "替代的事项", "item it overrides"),
            name("kind", "事项类型", "kind"),
            name("codes", "编码", "codes"),
            name("division", "区划", "division"),
            name("implementingBody", "实施主体", "implementing body"),
            name("exerciseLevels", "行使层级", "levels"),
            name("applicants", "服务对象", "applicants"),
            name("caseType", "办件类型", "case type"),
            name("legalBasis", "设定依据", "legal basis"),
            name("conditions", "受理条件", "conditions"),
            name("applyWithin", "申请期限", "deadline to apply"),
            name("situations", "问题", "question"),
            name("ask", "问法", "wording"),
            name("multi", "可多选", "several answers"),
            name("options", "选项", "option"),
            name("label", "文字", "wording"),
            name("materials", "材料", "material"),
            name("no", "序号", "number"),
            name("need", "必要性", "need"),
            name("when", "适用情形", "when it counts"),
            name("original", "原件份数", "originals"),
            name("copies", "复印件份数", "copies"),
            name("originalMax", "原件最多份数", "originals at most"),
            name("copiesMax", "复印件最多份数", "copies at most"),
            name("medium", "载体", "medium"),
            name("origin", "来源", "origin"),
            name("issuer", "出具单位", "issuer"),
            name("alternatives", "可替代材料", "alternatives"),
            name("shareable", "可共享", "shareable"),
            name("note", "说明", "note"),
            name("limits", "时限", "limits"),
            name("statutory", "法定时限", "statutory limit"),
            name("promised", "承诺时限", "promised limit"),
            name("extension", "延期", "extension"),
            name("n", "数量", "number"),
            name("unit", "单位", "unit"),
            name("basis", "依据", "basis"),
            name("approver", "批准人", "approver"),
            name("byMode", "分方式时限", "limits by mode"),
            name("byStage", "分环节时限", "limits by stage"),
            name("otherwise", "不能当场办结时", "otherwise"),
            name("specialProcedures", "特别程序", "special procedure"),
            name("mandatory", "必须进行", "mandatory"),
            name("countsInLimit", "计入时限", "counts in the limit"),
            name("fee", "收费", "fee"),
            name("charged", "是否收费", "charged"),
            name("items", "项目", "line"),
            name("amount", "金额", "amount"),
            name("payer", "缴费人", "payer"),
            name("result", "办理结果", "result"),
            name("type", "类型", "type"),
            name("validity", "有效期", "validity"),
            name("deliverWithin", "送达期限", "delivery term"),
            name("steps", "办理流程", "steps"),
            name("delivery", "送达方式", "delivery"),
            name("visits", "到场次数", "visits"),
            name("channels", "办理渠道", "channels"),
            name("place", "办理地点", "place"),
            name("address", "地址", "address"),
            name("hours", "办公时间", "hours"),
            name("bundles", "所属一件事", "bundles"),
            name("notes", "备注", "notes"),
            name("evidence", "内容依据", "evidence"),
            name("source", "资料来源", "source"),
            name("law", "法律", "law"),
            name("article", "条款", "article"),
            name("title", "标题", "title"),
            name("code", "代码", "code"));

    private FieldNames() {}

    static Said of(String field) {
        return NAMES.getOrDefault(field, new Said(field, field));
    }

    private static Map.Entry<String, Said> name(String field, String zh, String en) {
        return Map.entry(field, new Said(zh, en));
    }
}
