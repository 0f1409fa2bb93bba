/** A training: who signed in, several at once. */
package org.shegong.app.screens.training;
