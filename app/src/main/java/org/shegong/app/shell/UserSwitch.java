package org.shegong.app.shell;

import java.util.List;
import java.util.function.Consumer;

/**
 * The way to somebody else's desk.
 *
 * @param others names of the other accounts, in the order of making
 * @param to keeps what was typed, locks the station and asks for this account's password
 */
record UserSwitch(List<String> others, Consumer<String> to) {
}
