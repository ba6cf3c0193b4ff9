package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.bundle.Matter;
import org.tongban.catalog.exclusion.Exclusions;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.RealReference;
import org.tongban.catalog.reference.Reference;
import org.tongban.platform.problem.NotAllowed;

/** Which items cannot stand on one list. */
class ExclusionTest {
    private static final String PERSON = "自然人";

    @Test
    void handlingItemsOfOneServiceItemExcludeEachOtherByTheirCodes() {
        Reference withoutData = RealReference.get().with(Exclusions.NONE);
        Wish wish = Wishes.items(
                Wishes.GUANGAN, "企业法人", "mr-company-establish", "mr-food-operation-new", "mr-company-change");

        NotAllowed refused = refused(wish, withoutData, RealData.items());

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/items/2");
            assertThat(fault.said().zh()).contains("公司变更登记", "公司设立登记", "同一事项的不同业务办理项");
            assertThat(fault.said().en()).contains("mr-company-establish", "mr-company-change");
        });
    }

    @Test
    void theDataSayWhatElseExcludesEachOtherAndWhy() {
        NotAllowed refused = refused(
                Wishes.items(Wishes.GUANGAN, PERSON, "ps-idcard-first", "ps-passport-first", "ps-idcard-replace"));

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/items/2");
            assertThat(fault.said().zh()).contains("居民身份证首次申领", "居民身份证丢失补领", "一人一证");
        });
        assertThat(refused(Wishes.items(Wishes.GUANGAN, PERSON, "mr-individual-establish", "mr-company-establish"))
                        .said()
                        .en())
                .contains("one market entity");
    }

    @Test
    void everyItemThatTheDataNameExists() {
        RealData.tree("exclusions")
                .at("/exclusions")
                .forEach(exclusion -> exclusion
                        .at("/items")
                        .forEach(item -> assertThat(RealData.ids()).contains(item.stringValue())));
    }

    @Test
    void itemsThatABundlePutsBeforeEachOtherAreRefusedByName() {
        Bundle bundle = new Bundle(
                "circle",
                "循环",
                List.of(
                        new Matter("甲", List.of("ca-marriage"), false, List.of("乙")),
                        new Matter("乙", List.of("ca-divorce"), false, List.of("丙")),
                        new Matter("丙", List.of("ca-marriage", "ca-adoption"), true, List.of())));
        Reference reference = RealReference.get().withBundles(List.of(bundle));
        Wish wish = Wishes.bundle("circle", List.of("ca-marriage", "ca-divorce"), Wishes.GUANGAN, PERSON);

        NotAllowed refused = refused(wish, reference, new HashMap<>(RealData.items()));

        assertThat(refused.said().zh()).contains("结婚登记（内地居民）", "离婚登记（内地居民）", "互相以对方为前提");
        assertThat(refused.said().en()).contains("ca-marriage", "ca-divorce");
    }

    private static NotAllowed refused(Wish wish) {
        return refused(wish, RealReference.get(), RealData.items());
    }

    private static NotAllowed refused(Wish wish, Reference reference, Map<String, PublishedItem> items) {
        return catchThrowableOfType(NotAllowed.class, () -> Wishes.draft(wish, reference, items));
    }
}
