package org.tongban.catalog.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.lint.SoundGuide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ComparisonTest {

    @Test
    void everyRealGuideIsLikeItself() {
        for (JsonNode guide : RealData.gsi().values()) {
            assertThat(Comparison.of(guide, guide.deepCopy())).isEmpty();
        }
    }

    @Test
    void aChangedFieldIsSaidByWhereItStands() {
        List<Difference> differences = changed(guide -> {
            line(guide, 1).put("copies", 3);
            guide.put("name", "小餐饮许可");
        });

        assertThat(differences)
                .extracting(each -> each.said().zh())
                .containsExactly("名称：由“小餐饮经营许可”改为“小餐饮许可”。", "材料“房屋租赁合同”的复印件份数：由1改为3。");
        assertThat(differences)
                .extracting(each -> each.said().en())
                .containsExactly(
                        "name: changed from \"小餐饮经营许可\" to \"小餐饮许可\".",
                        "material \"房屋租赁合同\", copies: changed from 1 to 3.");
        assertThat(differences).extracting(Difference::pointer).containsExactly("/name", "/materials/1/copies");
    }

    @Test
    void aLineThatGoesRenumbersTheOthersAndRenamesNone() {
        List<Difference> differences = changed(guide -> {
            ArrayNode materials = (ArrayNode) guide.at("/materials");
            materials.remove(1);
            for (int i = 0; i < materials.size(); i++) {
                line(guide, i).put("no", i + 1);
            }
        });

        assertThat(differences)
                .extracting(each -> each.said().zh())
                .containsExactly("材料：删除“房屋租赁合同”。", "材料“授权委托书”的序号：由3改为2。", "材料“承诺书”的序号：由4改为3。");
    }

    @Test
    void aRenamedLineIsTheSameByItsNumber() {
        assertThat(changed(guide -> line(guide, 1).put("name", "租房合同")))
                .extracting(each -> each.said().zh())
                .containsExactly("材料“租房合同”的名称：由“房屋租赁合同”改为“租房合同”。");
    }

    @Test
    void aConditionIsSaidWhole() {
        assertThat(changed(guide -> line(guide, 2)
                        .putObject("when")
                        .putArray("mode")
                        .add("commit")
                        .add("normal")))
                .extracting(each -> each.said().zh())
                .containsExactly("材料“授权委托书”的适用情形：由agent为“yes”改为mode为“commit”、“normal”。");
    }

    @Test
    void listsOfTextsTellWhatCameWhatWentAndTheirOrder() {
        assertThat(changed(guide -> guide.putArray("applicants").add("自然人").add("其他组织")))
                .extracting(each -> each.said().zh())
                .containsExactly("服务对象：删除“企业法人”。", "服务对象：新增“其他组织”。");
        assertThat(changed(guide -> guide.putArray("applicants").add("企业法人").add("自然人")))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.REORDERED);
    }

    @Test
    void limitsOptionsAndWholeFieldsAreSaid() {
        assertThat(changed(guide -> ((ObjectNode) guide.at("/limits")).remove("promised")))
                .extracting(each -> each.said().en())
                .containsExactly("limits, promised limit: removed 10 工作日.");
        assertThat(changed(guide -> ((ArrayNode) guide.at("/situations/1/options"))
                        .addObject()
                        .put("value", "fast")
                        .put("label", "加急")))
                .extracting(each -> each.said().en())
                .containsExactly("question \"办理方式\", option: added \"加急\".");
        assertThat(changed(guide -> guide.remove("fee")))
                .extracting(each -> each.said().zh())
                .containsExactly("收费：删除是否收费为否。");
    }

    private static List<Difference> changed(Consumer<ObjectNode> change) {
        ObjectNode after = SoundGuide.guide();
        change.accept(after);
        return Comparison.of(SoundGuide.guide(), after);
    }

    private static ObjectNode line(ObjectNode guide, int index) {
        return (ObjectNode) guide.at("/materials/" + index);
    }
}
