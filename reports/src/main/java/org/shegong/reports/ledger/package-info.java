/**
 * Stations' own Excel and CSV ledgers: reading them into validated drafts with reasons for refusal, and
 * writing ledgers and correction workbooks. Reading has four steps, one package each: {@code read} (a file
 * into plain grids), {@code recognise} (which kind of ledger, which column is what), {@code parse} (a cell
 * into a typed value) and {@code plan} (names into records, rows into drafts). Nothing here writes records.
 */
package org.shegong.reports.ledger;
