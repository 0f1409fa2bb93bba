/** Shows what in texts could tell who is meant, and lets a person decide about all of it at once. */
package org.shegong.app.controls.traces;
