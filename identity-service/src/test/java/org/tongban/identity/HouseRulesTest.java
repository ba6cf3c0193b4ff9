package org.tongban.identity;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.tongban.platform.kit.HouseRules;

@DisabledIfSystemProperty(named = "quick", matches = ".*", disabledReason = "a quick build leaves the checks out")
final class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> identityKeepsTheHouseRules() {
        return HouseRules.in("org.tongban.identity");
    }
}
