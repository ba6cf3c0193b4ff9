package org.tongban.platform.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount that somebody owes or has paid: {@code {"amount": "120.00", "currency": "CNY"}}.
 *
 * @param amount yuan with exactly two decimals, never below zero; text, so that nobody rounds it on the way
 * @param currency always {@code CNY}
 */
public record Money(String amount, String currency) {

    private static final String CNY = "CNY";
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9]\\d{0,14})\\.\\d\\d");

    public static final Money ZERO = cny(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if the amount is not of that form or the currency is another */
    public Money {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("an amount reads like 120.00");
        }
        if (!CNY.equals(currency)) {
            throw new IllegalArgumentException("the currency is CNY");
        }
    }

    /**
     * So many yuan.
     *
     * @throws ArithmeticException if there are parts of a fen
     */
    public static Money cny(BigDecimal yuan) {
        return new Money(yuan.setScale(2).toPlainString(), CNY);
    }

    /** So many yuan, {@code "120"} or {@code "120.00"}. */
    public static Money cny(String yuan) {
        return cny(new BigDecimal(yuan));
    }

    public Money plus(Money other) {
        return cny(yuan().add(other.yuan()));
    }

    public BigDecimal yuan() {
        return new BigDecimal(amount);
    }
}
