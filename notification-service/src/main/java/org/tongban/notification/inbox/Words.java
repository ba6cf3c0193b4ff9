package org.tongban.notification.inbox;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of a message in the reader's language; one template file per language. Cases are named as they are known when
 * it is read, since the event that names them may come late.
 */
final class Words {
    private final ResourceBundleMessageSource templates = new ResourceBundleMessageSource();

    Words() {
        templates.setBasename("templates/inbox");
        templates.setDefaultEncoding("UTF-8");
        templates.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        templates.setFallbackToSystemLocale(false);
    }

    String title(Correspondence about, Message message, Locale locale) {
        return say(message.template() + ".title", about, message, locale);
    }

    String text(Correspondence about, Message message, Locale locale) {
        return say(message.template() + ".text", about, message, locale);
    }

    private String say(String key, Correspondence about, Message message, Locale locale) {
        Object[] facts = {
            about.code().display(),
            about.nameOf(message.caseNo()).orElseGet(() -> unnamed(message, locale)),
            message.facts().getOrDefault("due", ""),
            message.facts().getOrDefault("count", ""),
            message.facts().getOrDefault("word", "")
        };
        return templates.getMessage(key, facts, locale);
    }

    private String unnamed(Message message, Locale locale) {
        return message.caseNo() == null
                ? templates.getMessage("some", null, locale)
                : templates.getMessage("unnamed", new Object[] {String.valueOf(message.caseNo())}, locale);
    }
}
