package org.tongban.application;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongban.platform.kit.HouseRules;

final class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesAreKept() {
        return HouseRules.in("org.tongban.application");
    }
}
