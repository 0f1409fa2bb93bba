package org.shegong.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that a JavaFX window can be, to measure the program's start against. */
public final class EmptyWindow extends Application {
    /** Its title. */
    static final String TITLE = "empty-window";

    /** Not from Application.launch's own class, as the program starts too. */
    public static final class Main {
        private Main() {
        }

        public static void main(String[] args) {
            Application.launch(EmptyWindow.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle(TITLE);
        stage.setScene(new Scene(new Label(TITLE), 1100, 700));
        stage.show();
    }
}
