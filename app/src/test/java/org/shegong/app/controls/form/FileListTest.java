package org.shegong.app.controls.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.form.model.FileList;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.Attachment;

/** Files kept with records. */
class FileListTest {
    @TempDir
    private Path folder;

    @Test
    void keepsAFileWithTheRecordAndGivesItBackUnchanged() throws Exception {
        try (FormStation at = FormStation.direct(folder.resolve("station"))) {
            byte[] content = "%PDF-1.4 sample".getBytes(StandardCharsets.US_ASCII);
            Path source = Files.write(folder.resolve("consent.pdf"), content);
            FormViewModel form = at.newForm("visit", Map.of());
            new FileList(form, form.field("photos")).add(List.of(source));
            form.saving().keepDraft(kept -> assertThat(kept).isTrue());
            FormViewModel again = at.open("visit", form.id());
            FileList files = new FileList(again, again.field("photos"));
            assertThat(files.files()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("consent.pdf");
                assertThat(file.mediaType()).isEqualTo("application/pdf");
                assertThat(file.size()).isEqualTo(content.length);
            });
            Path copy = folder.resolve("copy.pdf");
            files.saveTo(files.files().get(0), copy);
            assertThat(copy).hasBinaryContent(content);
            assertThat(at.station.journal().verify()).isEmpty();
        }
    }

    @Test
    void takesAFileAwayAndBringsItBackWithTheUndoOfTheSave() throws Exception {
        try (FormStation at = FormStation.direct(folder.resolve("station"))) {
            Path source = Files.writeString(folder.resolve("note.txt"), "a");
            FormViewModel form = at.newForm("visit", Map.of());
            FileList files = new FileList(form, form.field("photos"));
            files.add(List.of(source));
            form.saving().keepDraft(kept -> assertThat(kept).isTrue());
            Attachment file = files.files().get(0);
            files.remove(file);
            form.saving().keepDraft(kept -> assertThat(kept).isTrue());
            assertThat(files.files()).isEmpty();
            form.saving().undo();
            assertThat(files.files()).containsExactly(file);
        }
    }

    @Test
    void namesAFileThatCannotBeRead() {
        try (FormStation at = FormStation.direct(folder.resolve("station"))) {
            FormViewModel form = at.newForm("visit", Map.of());
            FileList files = new FileList(form, form.field("photos"));
            files.add(List.of(folder.resolve("gone.jpg")));
            assertThat(files.messageProperty().get()).contains("gone.jpg");
            assertThat(form.field("photos").value()).isNull();
        }
    }
}
