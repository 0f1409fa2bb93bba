package org.shegong.app.controls.form.view;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FileList;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.db.store.Attachment;

/** Files of a record: add, look at pictures, save a copy, take away. */
final class FilesField implements FieldEditor {
    private static final int KILOBYTE = 1024;
    private final FormTexts texts;
    private final FileList list;
    private final VBox box = new VBox(4);
    private final VBox rows = new VBox(2);
    private final Button add;

    FilesField(FormScope scope, FieldModel model) {
        this.texts = scope.texts();
        this.list = new FileList(scope.form(), model);
        add = new Button(texts.text("attachment.add"), new FontIcon(Feather.PAPERCLIP));
        add.setId("input-" + model.key());
        add.setOnAction(event -> choose());
        add.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
                event.consume();
                scope.focusNext(model);
            }
        });
        Label message = new Label();
        message.setWrapText(true);
        message.getStyleClass().add("field-hint");
        message.textProperty().bind(list.messageProperty());
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        box.getChildren().addAll(rows, add, message);
        list.files().addListener((ListChangeListener<Attachment>) change -> draw());
        draw();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focusNode() {
        return add;
    }

    @Override
    public boolean wide() {
        return true;
    }

    private void choose() {
        List<File> chosen = new FileChooser().showOpenMultipleDialog(box.getScene().getWindow());
        if (chosen != null) {
            list.add(chosen.stream().map(File::toPath).toList());
        }
    }

    private void draw() {
        rows.getChildren().setAll(list.files().stream().map(this::row).toList());
    }

    private Node row(Attachment file) {
        Label name = new Label(file.name(), new FontIcon(file.isImage() ? Feather.IMAGE : Feather.FILE));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label size = new Label(texts.text("attachment.size", Math.max(1, file.size() / KILOBYTE)));
        size.getStyleClass().add("field-hint");
        size.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(6, name, size);
        row.setAlignment(Pos.CENTER_LEFT);
        if (file.isImage()) {
            row.getChildren().add(link("attachment.view", () -> list.read(file, this::showPicture)));
        }
        row.getChildren().addAll(link("attachment.save", () -> save(file)),
            link("attachment.remove", () -> list.remove(file)));
        return row;
    }

    private Hyperlink link(String key, Runnable action) {
        Hyperlink link = new Hyperlink(texts.text(key));
        link.setMinWidth(HBox.USE_PREF_SIZE);
        link.setOnAction(event -> action.run());
        return link;
    }

    private void save(Attachment file) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(file.name());
        File target = chooser.showSaveDialog(box.getScene().getWindow());
        if (target != null) {
            list.saveTo(file, target.toPath());
        }
    }

    /** The picture stands under the list; another click on it puts it away. */
    private void showPicture(byte[] content) {
        ImageView picture = new ImageView(new Image(new ByteArrayInputStream(content)));
        picture.setPreserveRatio(true);
        picture.setFitWidth(Math.max(200, box.getWidth() - 8));
        picture.setOnMouseClicked(event -> rows.getChildren().remove(picture));
        rows.getChildren().removeIf(node -> node instanceof ImageView);
        rows.getChildren().add(picture);
    }
}
