/** Merging two files about the same person: finding the other one, choosing what holds, doing it. */
package org.shegong.app.controls.merge;
