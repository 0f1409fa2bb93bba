package org.shegong.db.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.util.Arrays;

/**
 * Proves every page of a closed database file by its check value, those that hold nothing included, which SQLite never
 * reads.
 *
 * <p>A page ends in 16 random bytes and a Poly1305 tag over all before it. The tag's key is the beginning of the
 * ChaCha20 stream of the data key, with the first twelve of the random bytes as nonce and the last four, combined with
 * the page's number, as counter (SQLite3 Multiple Ciphers, cipher "chacha20"). The file is read past SQLite, which
 * would drop its locks, so it must not be open in this process.
 */
public final class PageCheck {
    private static final int PAGE = 4096;
    private static final int TAG = 16;
    private static final int NONCE = 16;
    private static final int USED = PAGE - TAG - NONCE;
    private static final int IV = 12;
    private static final int BLOCK = 64;
    private static final long UNSIGNED = 0xffffffffL;

    private PageCheck() {
    }

    /**
     * Numbers of the pages, from 1, whose check value is wrong; the one after the last when the file does not end with
     * a page.
     *
     * @param key 32 bytes; not kept
     */
    public static List<Integer> damagedPages(Path database, byte[] key) throws IOException {
        List<Integer> damaged = new ArrayList<>();
        ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.READ)) {
            for (int number = 1; read(file, page) > 0; number++) {
                if (page.hasRemaining() || !isProved(page, number, key)) {
                    damaged.add(number);
                }
            }
        }
        return damaged;
    }

    private static int read(FileChannel file, ByteBuffer page) throws IOException {
        page.clear();
        int read = file.read(page);
        while (read > 0 && page.hasRemaining() && file.read(page) > 0) {
            read = page.position();
        }
        return read;
    }

    private static boolean isProved(ByteBuffer page, int number, byte[] key) {
        ChaCha7539Engine stream = new ChaCha7539Engine();
        stream.init(true, new ParametersWithIV(new KeyParameter(key), page.array(), USED, IV));
        stream.seekTo(((page.getInt(USED + IV) ^ number) & UNSIGNED) * BLOCK);
        byte[] tagKey = new byte[BLOCK];
        stream.processBytes(new byte[BLOCK], 0, BLOCK, tagKey, 0);
        Poly1305 mac = new Poly1305();
        mac.init(new KeyParameter(tagKey, 0, BLOCK / 2));
        mac.update(page.array(), 0, PAGE - TAG);
        byte[] tag = new byte[TAG];
        mac.doFinal(tag, 0);
        return Arrays.constantTimeAreEqual(TAG, tag, 0, page.array(), PAGE - TAG);
    }
}
