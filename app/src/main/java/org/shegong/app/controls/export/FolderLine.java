package org.shegong.app.controls.export;

import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;

/** Says into which folder a file goes, and lets another be chosen. */
public final class FolderLine {
    private final VBox view;

    public FolderLine(OutputFolder folder, Texts texts, Overlays overlays) {
        Label where = new Label();
        where.textProperty().bind(Bindings.createStringBinding(
            () -> texts.get("output.folder", folder.folderProperty().get()), folder.folderProperty()));
        where.setWrapText(true);
        where.getStyleClass().add("quiet");
        Hyperlink other = new Hyperlink(texts.get("output.other_folder"));
        other.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("output.other_folder"));
            File chosen = chooser.showDialog(overlays.window());
            if (chosen != null) {
                folder.choose(chosen.toPath());
            }
        });
        view = new VBox(2, where, other);
    }

    public VBox view() {
        return view;
    }
}
