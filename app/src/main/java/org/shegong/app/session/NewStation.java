package org.shegong.app.session;

/**
 * What a new station is made with.
 *
 * @param name of the station
 * @param area division code of 6, 9 or 12 digits; empty when not known
 * @param profile key of the policy profile; empty for the country's
 * @param user name of the first account
 */
public record NewStation(String name, String area, String profile, String user) {
}
