/** Stations of invented people: a small one to look around in, a large one to measure speed. */
package org.shegong.app.sample;
