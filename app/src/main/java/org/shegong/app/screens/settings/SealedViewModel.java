package org.shegong.app.screens.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.session.SealOffice;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Access;
import org.shegong.db.security.Account;
import org.shegong.db.security.Rights;
import org.shegong.db.store.SealedRecords.Sealed;

/** The sealed records by number, and who else may open each. Window thread only. */
final class SealedViewModel {
    private final AppContext context;
    private final StationSession session;
    private final ObservableList<Sealed> records = FXCollections.observableArrayList();
    private final ObservableList<Sealed> recordsShown = FXCollections.unmodifiableObservableList(records);
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper keys = new ReadOnlyStringWrapper("");
    private Map<String, List<String>> waiting = Map.of();

    SealedViewModel(AppContext context, StationSession session) {
        this.context = context;
        this.session = session;
    }

    /** By kind and number. */
    ObservableList<Sealed> records() {
        return recordsShown;
    }

    /** False until read for the first time. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** What there is to say of the keys: not in use yet, or waiting to be handed on; else empty. */
    ReadOnlyStringProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /** What is shown. */
    private record Read(List<Sealed> records, boolean active, Map<String, List<String>> waiting) {
    }

    /** Reads them again. */
    void reload() {
        context.tasks().work(progress -> new Read(context.station().sealed().list(context.today()),
            context.station().sealUpkeep().isActive(), context.station().sealUpkeep().waiting())).onSuccess(found -> {
                waiting = found.waiting();
                records.setAll(found.records());
                keys.set(!found.active() ? context.texts().get("sealed.inactive")
                    : found.waiting().isEmpty() ? "" : context.texts().get("sealed.waiting", found.waiting().size()));
                read.set(true);
            }).start();
    }

    /** Hands keys on with the recovery sheet; tells {@code refused} why it could not, runs {@code done} when it could. */
    void handOver(String typed, Consumer<String> refused, Runnable done) {
        context.tasks().work(progress -> new SealOffice(session).handOver(typed)).onSuccess(outcome -> {
            if (outcome instanceof SealOffice.Handover.Refused problem) {
                refused.accept(context.texts().get(problem.messageKey()));
            } else if (outcome instanceof SealOffice.Handover.Done handed) {
                context.changes().saved();
                context.overlays().toast(context.texts().get(handed.waiting() == 0 ? "sealed.handed" : "sealed.handed_some",
                    handed.waiting()));
                reload();
                done.run();
            }
        }).start();
    }

    /** Accounts to which a record can be assigned: those that read clients at all. */
    List<Account> candidates() {
        return session.keyRing().accounts().stream()
            .filter(one -> Rights.of(one.role()).form("client") != Access.NONE).toList();
    }

    /** One record in words: kind, number, who is responsible, who else. */
    String text(Sealed one) {
        String kind = context.station().forms().form(one.form()).label();
        String number = one.number().isEmpty() ? context.texts().get("sealed.no_number") : one.number();
        String worker = one.worker().isEmpty() ? context.texts().get("sealed.nobody") : one.worker();
        String others = candidates().stream().filter(account -> one.accounts().contains(account.id()))
            .map(Account::name).collect(Collectors.joining(context.texts().get("sealed.comma")));
        String line = context.texts().get(others.isEmpty() ? "sealed.line" : "sealed.line_assigned", kind, number, worker, others);
        return waiting.containsKey(one.id()) ? line + context.texts().get("sealed.line_waiting",
            String.join(context.texts().get("sealed.comma"), waiting.get(one.id()))) : line;
    }

    /** Says who else may open a record; {@code then} is run when that is kept. */
    void assign(Sealed one, Set<String> accounts, Runnable then) {
        context.tasks().work(progress -> {
            context.station().sealed().assign(one.id(), accounts);
            return one;
        }).onSuccess(done -> {
            context.changes().saved();
            context.overlays().toast(context.texts().get("sealed.assigned"));
            reload();
            then.run();
        }).start();
    }
}
