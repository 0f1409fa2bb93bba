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

    public FormDesk(Station station, Background background, CodeChoices codes, FormTexts texts) {
        this(station, background, codes, texts, new PinyinMatch(station.pinyin()));
    }
}
