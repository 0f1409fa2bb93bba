/** What saving a record brings with it, one class per effect, in the explicit list of {@link org.shegong.db.effects.SaveEffects}. */
package org.shegong.db.effects;
