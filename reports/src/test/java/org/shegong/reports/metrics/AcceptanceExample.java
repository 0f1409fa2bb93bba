package org.shegong.reports.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The worked example of the report's definition (04 §10), read from its JSON and written as records. What the example
 * presupposes is supplied as its notes say: the duplicate c8 merged into c1, opening figures, and services from January to
 * June behind the five people of the year so far.
 */
public final class AcceptanceExample {
    private static final Map<String, String> CONTACT = Map.of("office", "1", "home", "2", "phone", "3");
    private static final Map<String, String> ACTIVITY = Map.of("节日", "1", "防溺水", "12");
    private static final Map<String, String> SUPERVISION = Map.of("on-site", "4", "group", "2", "remote", "5");
    private static final Map<String, String> RESOURCE = Map.of("资金", "1", "物资", "2");
    private static final Map<String, String> SEX = Map.of("男", "1", "女", "2");

    private final JsonNode root;

    public AcceptanceExample() {
        try (var in = AcceptanceExample.class.getResourceAsStream("/org/shegong/reports/acceptance-example.json")) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode expected() {
        return root.get("expected");
    }

    /** Where records go. */
    public interface Target {
        void put(String form, String id, Object... pairs);
    }

    /** Writes all records, in an order in which nothing refers to what is not there yet. */
    public void load(Target target) {
        people(target);
        cases(target);
        group(target);
        community(target);
        supervisionAndTraining(target);
        before(target);
    }

    private void people(Target target) {
        for (String household : List.of("h1", "h2", "h3", "h4", "h5")) {
            target.put("household", household, "no", household);
        }
        for (JsonNode c : root.get("clients")) {
            String id = c.get("id").asText();
            String category = c.get("primary_cat_history").get(c.get("primary_cat_history").size() - 1).get(2).asText();
            target.put("client", id, "name", id, "sex", SEX.get(c.get("sex").asText()), "birth", c.get("birth").asText(),
                    "household_id", text(c.get("household")), "primary_cat", category,
                    "filed_date", c.get("filed").asText(), "closed_date", text(c.get("closed")),
                    "merged_to", text(c.get("merged_into")));
            int n = 0;
            for (JsonNode period : c.get("primary_cat_history")) {
                target.put("client_primary", id + "-p" + n++, "client_id", id, "category", period.get(2).asText(),
                        "from_date", period.get(0).asText(), "to_date", text(period.get(1)));
            }
        }
    }

    private void cases(Target target) {
        for (JsonNode k : root.get("cases")) {
            target.put("case_file", k.get("id").asText(), "client_id", k.get("client").asText(),
                    "open_date", k.get("open").asText(), "close_date", text(k.get("close")),
                    "close_reason", text(k.get("close_reason")));
        }
        int n = 0;
        for (JsonNode s : root.get("case_sessions")) {
            target.put("case_session", "s" + n++, "case_id", s.get("case").asText(), "date", s.get("date").asText(),
                    "contact", CONTACT.get(s.get("contact").asText()), "minutes", s.get("minutes").asLong(),
                    "persons", texts(s.get("persons")));
        }
    }

    private void group(Target target) {
        target.put("group_work", "g1", "name", "g1", "first_date", root.get("group").get("open").asText());
        Map<String, String> members = new HashMap<>();
        for (String member : texts(root.get("group").get("members"))) {
            members.put(member, "m-" + member);
            boolean named = !member.startsWith("anon");
            target.put("group_member", "m-" + member, "group_id", "g1", named ? "client_id" : "anon_name", member);
        }
        int n = 0;
        for (JsonNode s : root.get("group_sessions")) {
            target.put("group_session", "gs" + n++, "group_id", "g1", "no", (long) n, "date", s.get("date").asText(),
                    "minutes", s.get("minutes").asLong(),
                    "present", texts(s.get("attended")).stream().map(members::get).toList());
        }
    }

    private void community(Target target) {
        int n = 0;
        for (JsonNode a : root.get("activities")) {
            target.put("activity", "a" + n++, "name", "a", "act_type", ACTIVITY.get(a.get("type").asText()),
                    "act_state", "2", "date", a.get("date").asText(), "minutes", a.get("minutes").asLong(),
                    "total", a.get("participants_excl_volunteers").asLong(), "n_vol", a.get("volunteers").asLong(),
                    "clients", texts(a.get("named_clients")));
        }
        target.put("household", "S-c4-household", "no", "S-c4");
        for (JsonNode v : root.get("visits")) {
            String household = v.get("household").asText().equals("S-c4") ? "S-c4-household" : v.get("household").asText();
            target.put("visit", "v" + n++, "date", v.get("date").asText(), "household_id", household,
                    "result", v.get("result").asText(), "minutes", v.get("minutes").asLong(),
                    "clients", texts(v.get("persons_met")));
        }
        for (JsonNode q : root.get("consultations")) {
            target.put("consultation", "q" + n++, "date", q.get("date").asText(), "client_id", text(q.get("client")),
                    "kind", q.get("kind").asText());
        }
        for (JsonNode v : root.get("volunteer_service")) {
            target.put("volunteer_service", "vs" + n++, "date", v.get("date").asText(),
                    "people", v.get("persons").asLong(), "minutes", v.get("minutes_each").asLong());
        }
        for (JsonNode r : root.get("resource_links")) {
            target.put("resource_link", "r" + n++, "date", r.get("date").asText(),
                    "kind", RESOURCE.get(r.get("kind").asText()),
                    "money", r.get("money_yuan").decimalValue().movePointRight(2).longValueExact(),
                    "goods_value", r.get("goods_yuan").decimalValue().movePointRight(2).longValueExact(),
                    "benefit_n", r.get("beneficiary_persontimes").asLong());
        }
    }

    private void supervisionAndTraining(Target target) {
        int n = 0;
        for (JsonNode round : root.get("supervision_rounds")) {
            target.put("supervision_round", "round", "name", "round");
            for (JsonNode s : round.get("sessions")) {
                target.put("supervision_session", "ss" + n++, "round_id", "round", "date", s.get("date").asText(),
                        "minutes", s.get("minutes").asLong(), "form", SUPERVISION.get(s.get("form").asText()));
            }
        }
        target.put("worker", "w1", "name", "w1", "role", "1", "on_from", "2024-01-01");
        target.put("worker", "w2", "name", "w2", "role", "2", "on_from", "2024-01-01");
        for (JsonNode t : root.get("training")) {
            target.put("training", "t" + n, "date", t.get("date").asText(), "title", "t");
            target.put("training_attendance", "ta" + n, "training_id", "t" + n++,
                    "worker_id", t.get("worker").asText(), "minutes", t.get("minutes").asLong());
        }
    }

    /** Five people served from January to June, all five of them in June. */
    private void before(Target target) {
        int n = 0;
        for (String client : List.of("c1", "c2", "c3", "c4", "c7")) {
            target.put("consultation", "early" + n, "date", "2025-06-1" + n++, "client_id", client, "kind", "1");
        }
        target.put("consultation", "spring", "date", "2025-04-22", "client_id", "c7", "kind", "1");
        target.put("opening_figure", "of1", "period", "2025-06", "code", "B04", "value", "6");
        target.put("opening_figure", "of2", "period", "2025-06", "code", "B08", "value", "121");
        target.put("opening_figure", "of3", "period", "2025-06", "code", "C04", "value", "2");
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> all.add(item.asText()));
        return all;
    }
}
