package org.shegong.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One worksheet of the workbook, or one run of printed pages.
 *
 * @param name           worksheet name; the Excel renderer shortens it and makes it unique
 * @param outlet         whether the sheet appears in the workbook, in print, or in both
 * @param page           paper and margins
 * @param titleLines     centred title, one or more lines; empty means no title
 * @param heading        table number block under the title
 * @param blocks         content from top to bottom
 * @param signature      closing block, kept on one page with the last rows before it
 * @param headingsLocked true protects title and headings (not the figures) in the workbook, without a password
 */
public record Sheet(String name, Outlet outlet, PageSetup page, List<String> titleLines, HeaderBlock heading,
                    List<Block> blocks, SignatureBlock signature, boolean headingsLocked) {

    /** Where a sheet is shown. */
    public enum Outlet {
        /** In the workbook and in print. */
        ALL,
        /** Only as a worksheet, for example the filling instructions. */
        WORKBOOK,
        /** Only on paper and in PDF. */
        PRINT
    }

    public Sheet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(signature, "signature");
        titleLines = List.copyOf(titleLines);
        blocks = List.copyOf(blocks);
    }

    /** A builder for a sheet with the given worksheet name; A4 portrait until told otherwise. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects the parts of a sheet; not thread-safe. */
    public static final class Builder {
        private final String name;
        private Outlet outlet = Outlet.ALL;
        private PageSetup page = PageSetup.FORM_PORTRAIT;
        private List<String> titleLines = List.of();
        private HeaderBlock heading = HeaderBlock.NONE;
        private final List<Block> blocks = new ArrayList<>();
        private SignatureBlock signature = SignatureBlock.NONE;
        private boolean headingsLocked;

        private Builder(String name) {
            this.name = name;
        }

        public Builder outlet(Outlet value) {
            outlet = value;
            return this;
        }

        public Builder page(PageSetup value) {
            page = value;
            return this;
        }

        public Builder title(String... lines) {
            titleLines = List.of(lines);
            return this;
        }

        public Builder heading(HeaderBlock value) {
            heading = value;
            return this;
        }

        public Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        public Builder addAll(List<? extends Block> more) {
            blocks.addAll(more);
            return this;
        }

        public Builder signature(SignatureBlock value) {
            signature = value;
            return this;
        }

        public Builder lockHeadings() {
            headingsLocked = true;
            return this;
        }

        public Sheet build() {
            return new Sheet(name, outlet, page, titleLines, heading, blocks, signature, headingsLocked);
        }
    }
}
