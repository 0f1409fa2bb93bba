package org.shegong.db.store;

import java.nio.file.Path;
import java.util.HexFormat;

/** A process that upgrades a station and dies, as if switched off at the wall, right after a step. */
final class UpgradeThatStops {
    static final int DEAD = 137;

    private UpgradeThatStops() {
    }

    /** @param args folder, key in hexadecimal, step */
    public static void main(String[] args) {
        SchemaUpgrade.Step last = SchemaUpgrade.Step.valueOf(args[2]);
        new SchemaUpgrade(Path.of(args[0]).resolve(StationFile.FILE_NAME), HexFormat.of().parseHex(args[1]),
            BeforeUpgrade.NOTHING, step -> {
                if (step == last) {
                    Runtime.getRuntime().halt(DEAD);
                }
            }).run();
    }
}
