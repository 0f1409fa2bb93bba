/** Code lists: bundled resources, the station's own additions over them, and the reading of typed wordings. */
package org.shegong.db.codes;
