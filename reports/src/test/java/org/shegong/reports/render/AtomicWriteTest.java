package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.reports.document.Document;

class AtomicWriteTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheWholeFileAndMakesMissingFolders() throws IOException {
        Path target = folder.resolve("新/a.txt");
        AtomicWrite.to(target, out -> out.write("一".getBytes(StandardCharsets.UTF_8)));
        AtomicWrite.to(target, out -> {
            out.write("二".getBytes(StandardCharsets.UTF_8));
            out.close();
        });
        assertThat(Files.readString(target)).isEqualTo("二");
        assertThat(names(target.getParent())).containsExactly("a.txt");
    }

    @Test
    void keepsTheOldFileWhenTheDiskFillsUp() throws IOException {
        Path target = folder.resolve("a.txt");
        Files.writeString(target, "old");
        DocumentWriteException failure = failing(target, new IOException("No space left on device"));
        assertThat(failure.reason()).isEqualTo(DocumentWriteException.Reason.DISK_FULL);
        assertThat(failure.messageKey()).isEqualTo("document.write.disk_full");
        assertThat(failure.userMessage()).contains("a.txt", "磁盘空间不足").doesNotContain(folder.toString());
        assertThat(Files.readString(target)).isEqualTo("old");
        assertThat(names(folder)).containsExactly("a.txt");
    }

    @Test
    void saysWhenThePlaceMayNotBeWritten() throws IOException {
        DocumentWriteException denied = failing(folder.resolve("a.txt"), new AccessDeniedException("a"));
        assertThat(denied.reason()).isEqualTo(DocumentWriteException.Reason.NO_ACCESS);
        Files.writeString(folder.resolve("file"), "x");
        DocumentWriteException inFile = failing(folder.resolve("file/a.txt"), new IOException("unused"));
        assertThat(inFile.reason()).isEqualTo(DocumentWriteException.Reason.NO_ACCESS);
        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void refusesToReplaceAFolder() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        DocumentWriteException failure = failing(folder.resolve("d"), new IOException("unused"));
        assertThat(failure.reason()).isEqualTo(DocumentWriteException.Reason.OTHER);
        assertThat(names(folder)).containsExactly("d");
    }

    @Test
    void passesOtherFailuresOnAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> AtomicWrite.to(folder.resolve("a.txt"), out -> {
            out.write(1);
            throw new IllegalStateException("source");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void bothRenderersLeaveNothingWhenTheTargetIsAFolder() throws IOException {
        Document document = Document.of("x", Samples.form());
        Path target = Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> new ExcelRenderer().write(document, target)).isInstanceOf(DocumentWriteException.class);
        assertThatThrownBy(() -> new PdfRenderer().write(document, target)).isInstanceOf(DocumentWriteException.class);
        assertThat(names(folder)).containsExactly("taken");
    }

    private DocumentWriteException failing(Path target, IOException cause) {
        return catchThrowableOfType(DocumentWriteException.class, () -> AtomicWrite.to(target, out -> {
            out.write(new byte[200_000]);
            throw cause;
        }));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
