/** Lists and documents as files that people take along. */
package org.shegong.app.controls.export;
