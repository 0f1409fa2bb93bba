package org.shegong.app.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;

/** A picture of the window on a machine without a display. Once per process, and never beside an open window. */
public final class DeskPicture {
    private static final Duration SETTLING = Duration.ofSeconds(4);
    private static final int PATIENCE_SECONDS = 60;

    private DeskPicture() {
    }

    /**
     * Opens the window where nobody sees it, waits until it has read its records, and saves what it shows.
     *
     * @param start with an open station, which is closed afterwards
     * @param target PNG file; replaced when it exists
     */
    public static void take(DeskStart start, Path target)
        throws IOException, InterruptedException, ExecutionException, TimeoutException {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("headless.geometry", "1366x768");
        System.setProperty("prism.order", "sw");
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.startup(() -> open(start, picture));
        BufferedImage image = picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ImageIO.write(image, "png", target.toFile());
    }

    private static void open(DeskStart start, CompletableFuture<BufferedImage> picture) {
        try {
            Tasks tasks = Tasks.threaded(Platform::runLater);
            Stage stage = new Stage();
            DeskWindow window = new DeskWindow(stage, Texts.bundled(), tasks, new Settings(Settings.usualFile()));
            window.onClosed(tasks::close);
            window.begin(start);
            tasks.later(SETTLING, () -> {
                picture.complete(image(stage.getScene()));
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            });
        } catch (RuntimeException e) {
            picture.completeExceptionally(e);
        }
    }

    private static BufferedImage image(Scene scene) {
        WritableImage shown = scene.snapshot(null);
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        PixelReader pixels = shown.getPixelReader();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
    }
}
