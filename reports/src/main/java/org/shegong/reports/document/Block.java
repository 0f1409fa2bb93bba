package org.shegong.reports.document;

/** Something on a sheet that takes the whole printable width. */
public sealed interface Block permits Table, FormGrid, Paragraph, TextSection, PageBreak {
}
