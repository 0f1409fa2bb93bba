package org.shegong.app.commands;

/** A command; {@link Commands} runs it, prints its answer and catches what it throws. */
interface DeskCommand extends CommonOptions.Bearer {
    Answer execute(Surroundings surroundings, CommandTexts texts) throws Exception;
}
