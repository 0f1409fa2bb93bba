/** Keeping the records in order: what was done lately, the recycle bin, files that may be about the same person. */
package org.shegong.app.screens.upkeep;
