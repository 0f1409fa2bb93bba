package org.shegong.reports.ledger.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;
import org.shegong.reports.ledger.read.ReadOutcome.Sheets;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;

/**
 * Reads .xlsx, .xls and .csv files into grids, whatever their names end with: the content decides. Files are
 * strangers: sizes are capped, macros and encryption refused, external entities and links never followed.
 * Blocking; safe for use by several threads.
 */
public final class LedgerReader {

    private static final Logger LOG = Logger.getLogger(LedgerReader.class.getName());

    private final Limits limits;

    /** A reader with the {@linkplain Limits#STANDARD usual limits}. */
    public LedgerReader() {
        this(Limits.STANDARD);
    }

    /** A reader with its own limits. */
    public LedgerReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads one file. Every failure, the parser's own included, becomes {@link Unreadable}. */
    public ReadOutcome read(Path file) {
        try {
            return new Sheets(grids(file));
        } catch (UnreadableException e) {
            return new Unreadable(e.reason());
        } catch (NoSuchFileException | FileNotFoundException e) {
            return new Unreadable(Files.exists(file) ? Reason.NO_ACCESS : Reason.MISSING);
        } catch (AccessDeniedException e) {
            return new Unreadable(Reason.NO_ACCESS);
        } catch (EncryptedDocumentException e) {
            return new Unreadable(Reason.ENCRYPTED);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            // The class alone: parsers put cell contents into their messages.
            LOG.log(Level.INFO, "ledger not readable: {0}", e.getClass().getName());
            return new Unreadable(Reason.DAMAGED);
        }
    }

    private List<Grid> grids(Path file) throws Exception {
        long size = sizeOf(file);
        if (size == 0) {
            throw new UnreadableException(Reason.EMPTY);
        }
        if (size > limits.fileBytes()) {
            throw new UnreadableException(Reason.TOO_LARGE);
        }
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> new XlsxReader(limits).read(file);
            case OLE2 -> new XlsReader(limits).read(file);
            case UNKNOWN, XML -> new CsvReader(limits).read(file);
            default -> throw new UnreadableException(Reason.NOT_A_WORKBOOK);
        };
    }

    private static long sizeOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UnreadableException(Reason.MISSING);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableException(Reason.NOT_A_WORKBOOK);
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableException(Reason.NO_ACCESS);
        }
        return Files.size(file);
    }
}
