package org.shegong.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shegong.db.backup.BackupCheck;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.journal.seal.SealFault;
import org.shegong.db.store.FileCheck;
import org.shegong.db.store.LinkCheck;

/** Gathers what a check found, in words and as JSON. */
final class CheckAnswer {
    private static final int SHOWN = 20;
    private static final String UNSAVED = "attachment";
    private final CommandTexts texts;
    private final List<String> messages = new ArrayList<>();
    private final Set<String> file = new LinkedHashSet<>();
    private final List<Map<String, Object>> journal = new ArrayList<>();
    private final List<Map<String, Object>> backups = new ArrayList<>();
    private final List<Map<String, Object>> links = new ArrayList<>();
    private final List<Map<String, Object>> sealed = new ArrayList<>();
    private final List<Map<String, Object>> identities = new ArrayList<>();
    private Map<String, String> devices = Map.of();
    private boolean sound = true;
    private boolean figures = true;

    CheckAnswer(CommandTexts texts) {
        this.texts = texts;
    }

    void file(List<FileCheck.Fault> faults) {
        faults.stream().map(fault -> fault.name().toLowerCase(Locale.ROOT)).forEach(code -> fault(code, "file." + code));
    }

    void pages(List<Integer> damaged) {
        if (!damaged.isEmpty() && file.add("page")) {
            found("check.file.pages", damaged.size(), damaged.get(0).toString());
        }
    }

    private void fault(String code, String key) {
        if (file.add(code)) {
            found("check." + key);
        }
    }

    /** @param names names of computers by id */
    void journal(List<ChainFault> faults, Map<String, String> names) {
        devices = names;
        for (ChainFault fault : faults) {
            String text = text(fault);
            sound = false;
            if (journal.size() < SHOWN) {
                messages.add(text);
            }
            journal.add(json(fault, text));
        }
        if (journal.size() > SHOWN) {
            messages.add(texts.text("check.journal.more", journal.size() - SHOWN));
        }
    }

    /** A stick that is not plugged in is no fault, but nobody should think that it was looked at. */
    void secondDisk(Path disk) {
        if (!Files.isDirectory(disk)) {
            messages.add(texts.text("check.backup.away", disk));
        }
    }

    void backups(List<BackupCheck.Finding> findings) {
        for (BackupCheck.Finding finding : findings) {
            String text = finding.fault() == null
                ? texts.text("check.backup.damaged", finding.file())
                : texts.text("check.backup.journal", finding.file(), text(finding.fault()));
            sound = false;
            messages.add(text);
            Map<String, Object> json = finding.fault() == null ? new LinkedHashMap<>() : json(finding.fault(), text);
            json.put("file", finding.file());
            json.put("problem", finding.problem() == null ? null : finding.problem().name().toLowerCase(Locale.ROOT));
            backups.add(json);
        }
    }

    /** Copies of before the station's key was changed are no fault, but nobody should try them with today's password alone. */
    void olderKeys(List<String> copies) {
        copies.forEach(copy -> messages.add(texts.text("check.backup.older_keys", copy)));
    }

    /** Files of records that are still being typed are only counted. */
    void links(List<LinkCheck.Loose> loose) {
        for (LinkCheck.Loose one : loose) {
            if (UNSAVED.equals(one.table())) {
                messages.add(texts.text("check.links.unsaved", one.count()));
            } else {
                found("check.links", texts.text("check.links." + one.table()), one.count());
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("table", one.table());
            json.put("count", one.count());
            links.add(json);
        }
    }

    /** Sealed content that was altered; nobody needs to be able to open it to see that. */
    void sealed(List<SealFault> faults) {
        if (!faults.isEmpty()) {
            found("check.sealed", faults.size());
        }
        faults.forEach(one -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("form", one.form());
            json.put("id", one.recordId());
            sealed.add(json);
        });
    }

    void identities(List<CheckCommand.Identity> failing) {
        for (CheckCommand.Identity one : failing) {
            messages.add(texts.text(one.isError() ? "check.identity" : "check.identity.warning", one.month(),
                one.result().id(), one.result().text()));
            figures &= !one.isError();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("month", one.month());
            json.put("id", one.result().id());
            json.put("level", one.result().level().name());
            json.put("text", one.result().text());
            identities.add(json);
        }
    }

    Answer answer() {
        boolean well = sound && figures;
        messages.add(texts.text(well ? "check.well" : sound ? "check.wrong_figures" : "check.findings"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", well);
        json.put("file", List.copyOf(file));
        json.put("journal", journal);
        json.put("backups", backups);
        json.put("links", links);
        json.put("sealed", sealed);
        json.put("identities", identities);
        return new Answer(well ? ExitCode.DONE : ExitCode.WITH_FINDINGS, json, messages);
    }

    private void found(String key, Object... arguments) {
        sound = false;
        messages.add(texts.text(key, arguments));
    }

    private String text(ChainFault fault) {
        return texts.text("check.journal." + fault.kind(), Long.toString(fault.seq()),
            devices.getOrDefault(fault.deviceId(), fault.deviceId()));
    }

    private Map<String, Object> json(ChainFault fault, String text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("device", fault.deviceId());
        json.put("computer", devices.get(fault.deviceId()));
        json.put("seq", fault.seq());
        json.put("kind", fault.kind());
        json.put("text", text);
        return json;
    }
}
