package org.shegong.app.controls.form.model;

import org.shegong.db.Station;
import org.shegong.db.search.PinyinMatch;

/**
 * What every form needs of the program.
 *
 * @param station the open station
 * @param background runs work away from the window
 * @param codes codes that can be picked
 * @param texts words of the form
 * @param match finds choices by what is typed; kept because its tables are slow to load
 */
public record FormDesk(Station station, Background background, CodeChoices codes, FormTexts texts,
                       PinyinMatch match) {

    /** The usual desk: the station's own codes, kept up to date. */
    public static FormDesk of(Station station, Background background, FormTexts texts) {
        return new FormDesk(station, background, new BookChoices(station::codes, station.clock()), texts,
            new PinyinMatch(station.pinyin()));
    }
}
