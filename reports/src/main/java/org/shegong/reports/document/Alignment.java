package org.shegong.reports.document;

/** Side on which text stands. */
public enum Alignment { LEFT, CENTRE, RIGHT }
