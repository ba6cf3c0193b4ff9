package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.catalog.guide.Question;
import org.tongban.catalog.guide.Questions;
import org.tongban.catalog.item.Item;

/**
 * An answer in the words of its question, so that the list explains itself without the guide.
 *
 * @param question its key among the list's answers
 * @param chosen one, or several of a multi question, or none of it
 */
record ListedAnswer(String question, String ask, List<Chosen> chosen) {

    /** An option that was chosen. */
    record Chosen(String value, String label) {}

    /** @param items in the order of the request, by which the questions have their keys */
    static List<ListedAnswer> of(List<Item> items, Map<String, Object> answers) {
        List<ListedAnswer> listed = new ArrayList<>();
        for (Question question : new Questions(items).all()) {
            Object answer = answers.get(question.key());
            if (answer != null) {
                listed.add(new ListedAnswer(
                        question.key(),
                        question.ask(),
                        question.options().stream()
                                .filter(option -> answer instanceof List<?> several
                                        ? several.contains(option.value())
                                        : option.value().equals(answer))
                                .map(option -> new Chosen(option.value(), option.label()))
                                .toList()));
            }
        }
        return listed;
    }
}
