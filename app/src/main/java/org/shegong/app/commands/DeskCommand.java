package org.shegong.app.commands;

/** A command; {@link Commands} runs it, prints its answer and catches what it throws. */
interface DeskCommand {
    CommonOptions common();

    Answer execute(Surroundings surroundings, CommandTexts texts) throws Exception;
}
