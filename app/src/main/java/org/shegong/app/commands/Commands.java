package org.shegong.app.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command line. The one place where everything a command throws is caught: people read a sentence, scripts
 * an exit code, nobody a stack trace.
 */
public final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());
    private final Surroundings surroundings;
    private final CommandTexts texts = new CommandTexts();
    private final Failures failures = new Failures(texts);

    public Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command line and answers on the surroundings' streams; returns the exit code. */
    public int run(String... args) {
        boolean json = List.of(args).contains("--json");
        try {
            CommandLine line = commandLine();
            ParseResult parsed = line.parseArgs(args);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return ExitCode.DONE.number();
            }
            return print(json, execute(parsed));
        } catch (ParameterException e) {
            return print(json, failures.usage(e));
        } catch (CommandRefusal e) {
            return print(json, failures.answer(e));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "command", e);
            return print(json, failures.answer(e));
        }
    }

    private CommandLine commandLine() {
        CommandLine line = new CommandLine(new RootCommand());
        line.setResourceBundle(texts.bundle());
        line.setOut(writer(surroundings.out()));
        line.setErr(writer(surroundings.err()));
        line.setUsageHelpAutoWidth(false);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private Answer execute(ParseResult parsed) throws Exception {
        ParseResult last = parsed;
        List<CommonOptions> outer = new ArrayList<>();
        while (last.hasSubcommand()) {
            if (last.commandSpec().userObject() instanceof CommonOptions.Bearer bearer) {
                outer.add(0, bearer.common());
            }
            last = last.subcommand();
        }
        if (last.commandSpec().userObject() instanceof DeskCommand command) {
            outer.forEach(command.common()::takeOver);
            return command.execute(surroundings, texts);
        }
        throw new CommandRefusal(ExitCode.WRONG_USAGE, "usage.command_missing");
    }

    private int print(boolean json, Answer answer) {
        if (json) {
            surroundings.out().println(text(answer.json()));
        }
        answer.messages().forEach(surroundings.err()::println);
        surroundings.out().flush();
        surroundings.err().flush();
        return answer.exit().number();
    }

    private static String text(Map<String, Object> json) {
        try {
            return new ObjectMapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is not JSON", e);
        }
    }
}
