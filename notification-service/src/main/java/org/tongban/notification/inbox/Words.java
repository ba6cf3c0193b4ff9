package org.tongban.notification.inbox;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tongban.platform.code.TrackingCode;

/** The words of a message in the reader's language; one template file per language. */
final class Words {
    private final ResourceBundleMessageSource templates = new ResourceBundleMessageSource();

    Words() {
        templates.setBasename("templates/inbox");
        templates.setDefaultEncoding("UTF-8");
        templates.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        templates.setFallbackToSystemLocale(false);
    }

    String title(Message message, TrackingCode code, Locale locale) {
        return say(message.template() + ".title", message, code, locale);
    }

    String text(Message message, TrackingCode code, Locale locale) {
        return say(message.template() + ".text", message, code, locale);
    }

    private String say(String key, Message message, TrackingCode code, Locale locale) {
        Object[] facts = {
            code.display(),
            message.facts().getOrDefault("case", ""),
            message.facts().getOrDefault("due", ""),
            message.facts().getOrDefault("count", "")
        };
        return templates.getMessage(key, facts, locale);
    }
}
