package org.shegong.app.controls.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSpanTest {
    @Test
    void takesEveryPageWhenNothingIsTyped() {
        assertThat(PageSpan.typed("  ", 3)).contains(PageSpan.ALL);
    }

    @Test
    void readsOnePageAndStretchesAlsoInFullWidthSigns() {
        assertThat(PageSpan.typed("2", 3)).contains(new PageSpan(2, 2));
        assertThat(PageSpan.typed("2-3", 3)).contains(new PageSpan(2, 3));
        assertThat(PageSpan.typed("２－３", 3)).contains(new PageSpan(2, 3));
        assertThat(PageSpan.typed("2-", 3)).contains(new PageSpan(2, Integer.MAX_VALUE));
        assertThat(PageSpan.typed("-2", 3)).contains(new PageSpan(1, 2));
    }

    @Test
    void refusesWhatNamesNoPage() {
        assertThat(PageSpan.typed("0", 3)).isEmpty();
        assertThat(PageSpan.typed("4", 3)).isEmpty();
        assertThat(PageSpan.typed("3-2", 3)).isEmpty();
        assertThat(PageSpan.typed("all", 3)).isEmpty();
        assertThat(PageSpan.typed("-", 3)).isEmpty();
    }
}
