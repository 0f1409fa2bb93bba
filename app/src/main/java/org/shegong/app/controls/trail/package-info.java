/** Looking back on what was done: taking it back, doing it again, the recycle bin, and why something cannot be done. */
package org.shegong.app.controls.trail;
