package org.shegong.app.controls.form.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.db.store.Attachment;
import org.shegong.db.store.AttachmentStore;

/** The files of one attachment field. For the thread of the window only. */
public final class FileList {
    private final FormViewModel form;
    private final FieldModel field;
    private final FormDesk desk;
    private final ObservableList<Attachment> files = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public FileList(FormViewModel form, FieldModel field) {
        this.form = form;
        this.field = field;
        this.desk = form.desk();
        field.valueProperty().addListener((o, before, now) -> load());
        load();
    }

    /** The files in the order in which they were added. */
    public ObservableList<Attachment> files() {
        return files;
    }

    /** What became of the last action, in words; empty when there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Reads files in the background and keeps them; those too large or unreadable are named and left out. */
    public void add(List<Path> paths) {
        paths.forEach(this::add);
    }

    private void add(Path path) {
        String name = path.getFileName().toString();
        message.set(desk.texts().text("attachment.loading"));
        desk.background().run(() -> Files.size(path) > AttachmentStore.LARGEST ? null
            : desk.station().attachments().add(form.form().key(), form.id(), field.key(), name,
                Files.readAllBytes(path)), added -> {
            if (added == null) {
                message.set(desk.texts().text("attachment.too_large", name,
                    AttachmentStore.LARGEST / (1024 * 1024)));
            } else {
                List<String> ids = new ArrayList<>(field.many());
                ids.add(added.id());
                message.set("");
                field.set(ids);
            }
        }, failure -> message.set(failure instanceof IOException
            ? desk.texts().text("attachment.failed", name) : desk.texts().failure(failure)));
    }

    /** Takes a file away from the record; taking the change back brings it again. */
    public void remove(Attachment file) {
        List<String> ids = new ArrayList<>(field.many());
        ids.remove(file.id());
        field.set(ids);
    }

    /** Writes a copy of a file to the disk. */
    public void saveTo(Attachment file, Path target) {
        desk.background().run(() -> Files.write(target, content(file)),
            written -> message.set(desk.texts().text("attachment.saved", target.getFileName())),
            failure -> message.set(desk.texts().failure(failure)));
    }

    /** Reads the content of a file for showing it. */
    public void read(Attachment file, Consumer<byte[]> ready) {
        desk.background().run(() -> content(file), ready, failure -> message.set(desk.texts().failure(failure)));
    }

    private byte[] content(Attachment file) {
        return desk.station().attachments().content(file.id()).orElseThrow();
    }

    private void load() {
        List<String> ids = field.many();
        if (ids.isEmpty()) {
            files.clear();
        } else {
            desk.background().run(() -> desk.station().attachments().find(ids), files::setAll,
                failure -> message.set(desk.texts().failure(failure)));
        }
    }
}
